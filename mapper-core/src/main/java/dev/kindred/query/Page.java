package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a result, which knows how many rows there are altogether. Immutable and thread-safe.
 *
 * @param <T> what a row became
 * @param rows the rows of the page, in the order of the query
 * @param request which page it is
 * @param total how many rows the query has without pages
 */
public record Page<T>(List<T> rows, PageRequest request, long total) {

    public Page {
        rows = Checks.noNulls(rows, "rows");
        Checks.notNull(request, "request");
        Checks.argument(total >= 0, "total must not be negative, but is " + total);
    }

    /** Returns the number of the page; the first one is 0. */
    public int number() {
        return request.number();
    }

    /** Returns how many rows a page has at most. */
    public int size() {
        return request.size();
    }

    /** Returns the number of pages; 0 when there is no row. */
    public long totalPages() {
        return total == 0 ? 0 : (total - 1) / size() + 1;
    }

    /** Tells whether there is a page after this one. */
    public boolean hasNext() {
        return number() + 1L < totalPages();
    }

    /** Tells whether there is a page before this one. */
    public boolean hasPrevious() {
        return number() > 0;
    }

    /** Returns the page of what {@code mapping} makes of each row. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(Rows.mapped(rows, mapping), request, total);
    }
}
