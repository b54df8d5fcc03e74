package dev.kindred.reactor;

import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads the rows of a query page by page. The primary key is appended to the order, in the direction of the last term,
 * so that the order is unique.
 *
 * <ul>
 *   <li>No statement is sent before the first request of a subscriber. Each subscription sends the statements again, on
 *       one connection. It reads the whole page and returns the connection before it emits.
 *   <li>A page without rows is emitted as an empty page. The {@code Mono} never completes empty.
 *   <li>An entity without {@code @Id} has no key to append. {@code page} and {@code slice} use the order of the query
 *       alone. Rows with equal values, or all rows of a query without an order, then have no fixed order: two pages can
 *       contain the same row, and a row can be in no page. {@code scroll} is an error.
 *   <li>A query with a limit or an offset is a {@link dev.kindred.error.MappingException} before any statement. So is a
 *       query of a relation to one row.
 * </ul>
 *
 * @param <T> the result of one row
 */
public interface PagedSelect<T> {

    /**
     * Returns one page and the total number of rows. One statement for the rows, one for each preload with at least one
     * key, and one for the total. The total needs no statement if it follows from the page: the page is not full, and
     * has rows or is the first page. Rows that other transactions write between two pages shift later rows; see
     * {@link #scroll(int)}.
     */
    Mono<Page<T>> page(PageRequest request);

    /**
     * Returns one page, and whether a next page exists. One statement, which reads one row more than the page has, and
     * one for each preload with at least one key.
     */
    Mono<Slice<T>> slice(PageRequest request);

    /** Returns the first {@code size} rows and the cursor for the next rows, as {@link #scroll(int, String)} does. */
    default Mono<Window<T>> scroll(int size) {
        return scroll(size, null);
    }

    /**
     * Returns at most {@code size} rows after {@code cursor}, or the first rows if it is null. One statement, which
     * reads one row more, and one for each preload with at least one key. It compares the values of the order (keyset
     * pagination): concurrent inserts and deletes cause no duplicate row and no missing row among rows that keep their
     * position. Every page costs as much as the first page.
     *
     * <p>A cursor is text for a URL. It contains the values of the order, signed but not encrypted: a client can read
     * them but cannot change them. The database must compare the values of the order columns in the same way as it
     * sorts them. A text column with its own order ({@code citext}, {@code char(n)}) needs its type in
     * {@code @Column(type = ..)}.
     *
     * <p>Errors before any statement:
     *
     * <ul>
     *   <li>{@link dev.kindred.error.InvalidCursorException} if the cursor was changed, or belongs to another key
     *       ({@link ReactiveMapperBuilder#cursorKey}), entity or order;
     *   <li>{@link dev.kindred.error.MappingException} if the query is sorted by aggregates of related rows, or the
     *       entity has no {@code @Id}.
     * </ul>
     *
     * @throws IllegalArgumentException if {@code size} is not positive
     */
    Mono<Window<T>> scroll(int size, @Nullable String cursor);
}
