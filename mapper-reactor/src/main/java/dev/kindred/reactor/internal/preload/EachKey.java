package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.PreloadStep;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the rows of each key after a statement was read. Immutable.
 *
 * @param <R> the related entity
 * @param order the order of the rows, or null for the order in which the server sent them
 * @param limit the maximum number of rows, or null for no maximum; a further row shows that the key has more
 */
record EachKey<R>(@Nullable Comparator<R> order, @Nullable Long limit) {

    /** Returns what {@code step} does with the rows of a key. */
    static <R> EachKey<R> of(PreloadStep<?, R> step) {
        return new EachKey<>(step.sort(), step.limitEach());
    }
}
