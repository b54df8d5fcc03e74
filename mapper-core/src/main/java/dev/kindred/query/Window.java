package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A range of rows of a scrolled result, with the cursors of the adjacent ranges. Immutable and thread-safe.
 *
 * @param <T> the type of a row
 * @param rows the rows, in the order of the query
 * @param next the cursor for the rows after these, or null if no row followed
 * @param previous the cursor for the rows before these, or null if no row preceded
 */
public record Window<T>(
        List<T> rows, @Nullable String next, @Nullable String previous) {

    public Window {
        rows = Checks.noNulls(rows, "rows");
    }

    /** Returns whether rows followed these when they were read. */
    public boolean hasNext() {
        return next != null;
    }

    /** Returns whether rows preceded these when they were read. */
    public boolean hasPrevious() {
        return previous != null;
    }

    /** Returns this window with {@code mapping} applied to each row. */
    public <R> Window<R> map(Function<? super T, ? extends R> mapping) {
        return new Window<>(Rows.mapped(rows, mapping), next, previous);
    }
}
