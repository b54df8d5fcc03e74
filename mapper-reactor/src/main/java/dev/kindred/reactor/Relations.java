package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.preload.RelationHandle;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Reads the state of relation handles without a statement. Thread-safe and without state.
 */
public final class Relations {

    private Relations() {}

    /**
     * Returns the state of a handle, {@code Relations.stateOf(user.profile())}: not loaded, loaded and empty, or loaded
     * with a value. A value loaded in a transaction is visible after its commit, and not after a rollback. A null
     * handle is not loaded.
     *
     * @throws IllegalArgumentException if {@code handle} does not belong to an entity of a mapper
     */
    public static <R> RelationState<R> stateOf(@Nullable Mono<R> handle) {
        if (handle == null) {
            return new RelationState.NotLoaded<>();
        }
        Checks.argument(
                handle instanceof RelationHandle<?>,
                "handle must be the relation member of an entity that a mapper returned, without operators"
                        + " applied to it");
        return ((RelationHandle<R>) handle).state();
    }
}
