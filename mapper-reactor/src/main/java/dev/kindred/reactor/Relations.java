package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.preload.HandleOfOne;
import dev.kindred.reactor.internal.preload.RelationFlux;
import dev.kindred.reactor.internal.preload.RelationHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
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
        if (handle instanceof HandleOfOne<R> oneOf) {
            return oneOf.state();
        }
        Checks.argument(
                handle instanceof RelationHandle<?>,
                "handle must be the relation member of an entity that a mapper returned, without operators"
                        + " applied to it");
        return ((RelationHandle<R>) handle).state();
    }

    /**
     * Returns the state of a handle of a relation to many rows, {@code Relations.stateOf(user.orders())}: not loaded,
     * loaded and empty, or loaded with the list of the rows. {@link RelationState#hasMore()} says whether a limit left
     * out further rows. Everything else is as for {@link #stateOf(Mono)}.
     *
     * @throws IllegalArgumentException if {@code handle} does not belong to an entity of a mapper
     */
    public static <R> RelationState<List<R>> stateOf(@Nullable Flux<R> handle) {
        if (handle == null) {
            return new RelationState.NotLoaded<>();
        }
        Checks.argument(
                handle instanceof RelationFlux<?>,
                "handle must be the relation member of an entity that a mapper returned, without operators"
                        + " applied to it");
        return ((RelationFlux<R>) handle).state();
    }
}
