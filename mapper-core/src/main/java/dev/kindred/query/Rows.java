package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Maps the rows of pages. */
final class Rows {

    private Rows() {}

    static <T, R> List<R> mapped(List<T> rows, Function<? super T, ? extends R> mapping) {
        Checks.notNull(mapping, "mapping");
        List<R> mapped = new ArrayList<>(rows.size());
        rows.forEach(row -> mapped.add(mapping.apply(row)));
        return mapped;
    }
}
