package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a result, with the total number of rows. Immutable and thread-safe.
 *
 * @param <T> the type of a row
 * @param rows the rows of the page, in the order of the query
 * @param request the number and size of the page
 * @param total the number of rows of the query without paging
 */
public record Page<T>(List<T> rows, PageRequest request, long total) {

    public Page {
        rows = Checks.noNulls(rows, "rows");
        Checks.notNull(request, "request");
        Checks.argument(total >= 0, "total must not be negative, but is " + total);
    }

    /** Returns the number of the page; the first page is 0. */
    public int number() {
        return request.number();
    }

    /** Returns the maximum number of rows of a page. */
    public int size() {
        return request.size();
    }

    /** Returns the number of pages; 0 without rows. */
    public long totalPages() {
        return total == 0 ? 0 : (total - 1) / size() + 1;
    }

    /** Returns whether a page follows this one. */
    public boolean hasNext() {
        return number() + 1L < totalPages();
    }

    /** Returns whether a page precedes this one. */
    public boolean hasPrevious() {
        return number() > 0;
    }

    /** Returns this page with {@code mapping} applied to each row. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(Rows.mapped(rows, mapping), request, total);
    }
}
