package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a result, which knows whether there is another one and not how many. Immutable and thread-safe.
 *
 * @param <T> what a row became
 * @param rows the rows of the page, in the order of the query
 * @param request which page it is
 * @param hasNext whether there is a page after this one
 */
public record Slice<T>(List<T> rows, PageRequest request, boolean hasNext) {

    public Slice {
        rows = Checks.noNulls(rows, "rows");
        Checks.notNull(request, "request");
    }

    /** Returns the number of the page; the first one is 0. */
    public int number() {
        return request.number();
    }

    /** Returns how many rows a page has at most. */
    public int size() {
        return request.size();
    }

    /** Tells whether there is a page before this one. */
    public boolean hasPrevious() {
        return number() > 0;
    }

    /** Returns the slice of what {@code mapping} makes of each row. */
    public <R> Slice<R> map(Function<? super T, ? extends R> mapping) {
        return new Slice<>(Rows.mapped(rows, mapping), request, hasNext);
    }
}
