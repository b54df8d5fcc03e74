package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a result, without the total number of rows. Immutable and thread-safe.
 *
 * @param <T> the type of a row
 * @param rows the rows of the page, in the order of the query
 * @param request the number and size of the page
 * @param hasNext whether a page follows this one
 */
public record Slice<T>(List<T> rows, PageRequest request, boolean hasNext) {

    public Slice {
        rows = Checks.noNulls(rows, "rows");
        Checks.notNull(request, "request");
    }

    /** Returns the number of the page; the first page is 0. */
    public int number() {
        return request.number();
    }

    /** Returns the maximum number of rows of a page. */
    public int size() {
        return request.size();
    }

    /** Returns whether a page precedes this one. */
    public boolean hasPrevious() {
        return number() > 0;
    }

    /** Returns this slice with {@code mapping} applied to each row. */
    public <R> Slice<R> map(Function<? super T, ? extends R> mapping) {
        return new Slice<>(Rows.mapped(rows, mapping), request, hasNext);
    }
}
