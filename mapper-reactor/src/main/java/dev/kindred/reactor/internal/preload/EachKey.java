package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.JavaOrder;
import dev.kindred.internal.preload.PreloadStep;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the rows of each key after a statement was read. Immutable.
 *
 * @param <R> the related entity
 * @param sort sorts the rows of a key, at least two; null for the order in which the server sent them
 * @param limit the maximum number of rows, or null for no maximum; a further row shows that the key has more
 */
record EachKey<R>(
        @Nullable Consumer<List<R>> sort, @Nullable Long limit) {

    /** Returns what {@code step} does with the rows of a key. */
    static <R> EachKey<R> of(PreloadStep<?, R> step) {
        @Nullable JavaOrder<R> order = step.sort();
        return new EachKey<>(order == null ? null : order::sort, step.limitEach());
    }
}
