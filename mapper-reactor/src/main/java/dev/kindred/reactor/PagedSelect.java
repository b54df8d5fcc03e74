package dev.kindred.reactor;

import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads the rows of a query page by page. The primary key is added to the end of the order, so that it leaves no two rows equal. Nothing is
 * sent before a result is subscribed; each subscription runs anew, on one connection, reads to the end and gives it back before it emits,
 * and a cancel leaves nothing behind. A page without rows is a page, so no result completes empty.
 *
 * <p>A query with a limit or an offset of its own, and one through a relation to one row, is a
 * {@link dev.kindred.error.MappingException} before any statement.
 *
 * @param <T> what is read of a row
 */
public interface PagedSelect<T> {

    /**
     * Returns one page and the number of all rows. One statement for the rows, one for each preload that has a key to ask for, and one to
     * count, which is left out when the page tells: it has rows and is not full, or is the first one and not full. Rows that others write
     * between two pages move the rows behind them; see {@link #scroll(int)}.
     */
    Mono<Page<T>> page(PageRequest request);

    /**
     * Returns one page, and whether there is another one. One statement, which reads one row more than the page has, and one for each
     * preload that has a key to ask for.
     */
    Mono<Slice<T>> slice(PageRequest request);

    /** Returns the first {@code size} rows, and the cursor to those after them; as {@link #scroll(int, String)} does. */
    default Mono<Window<T>> scroll(int size) {
        return scroll(size, null);
    }

    /**
     * Returns {@code size} rows at most, from {@code cursor} on, or the first ones when it is null. One statement, which reads one row more,
     * and one for each preload that has a key to ask for. It goes by the values of the order and not by a number of rows, so however
     * others insert and delete, no row comes twice, and none that stays where it is is left out; a page far down costs no more than the
     * first one.
     *
     * <p>A cursor is text for a URL. It holds the values of the order, signed and not encrypted: whoever has it can read them and cannot
     * change them. The order must be one of columns, whose values the database compares as it sorts them: a text column with an order of
     * its own ({@code citext}, {@code char(n)}) names its type in {@code @Column(type = ..)}.
     *
     * <p>Errors before any statement: {@link dev.kindred.error.InvalidCursorException} when the cursor was changed, was made with another
     * key ({@link ReactiveMapperBuilder#cursorKey}), or for another entity or order; {@link dev.kindred.error.MappingException} when the
     * query is sorted by values of related rows, or the entity has no {@code @Id}.
     *
     * @throws IllegalArgumentException when {@code size} is not positive
     */
    Mono<Window<T>> scroll(int size, @Nullable String cursor);
}
