package dev.kindred.query;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a result that is scrolled through, and where to go on from. Immutable and thread-safe.
 *
 * @param <T> what a row became
 * @param rows the rows, in the order of the query
 * @param next the cursor to the rows after these, or null when there was none
 * @param previous the cursor to the rows before these, or null when there was none
 */
public record Window<T>(
        List<T> rows, @Nullable String next, @Nullable String previous) {

    public Window {
        rows = Checks.noNulls(rows, "rows");
    }

    /** Tells whether there were rows after these when they were read. */
    public boolean hasNext() {
        return next != null;
    }

    /** Tells whether there were rows before these when they were read. */
    public boolean hasPrevious() {
        return previous != null;
    }

    /** Returns the window of what {@code mapping} makes of each row. */
    public <R> Window<R> map(Function<? super T, ? extends R> mapping) {
        return new Window<>(Rows.mapped(rows, mapping), next, previous);
    }
}
