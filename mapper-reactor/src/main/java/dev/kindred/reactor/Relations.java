package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.preload.RelationHandle;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is known of relation handles without asking the database. Thread-safe: it has no state. */
public final class Relations {

    private Relations() {}

    /**
     * Returns the state of a relation handle, {@code Relations.stateOf(user.profile())}: not loaded, loaded and empty, or loaded with a
     * value. What a transaction loaded is shown after it was committed and no longer after it was rolled back. A null handle, of an entity
     * that a user built without one, is not loaded.
     *
     * @throws IllegalArgumentException when {@code handle} is not one of an entity that came out of a mapper
     */
    public static <R> RelationState<R> stateOf(@Nullable Mono<R> handle) {
        if (handle == null) {
            return new RelationState.NotLoaded<>();
        }
        Checks.argument(
                handle instanceof RelationHandle<?>,
                "handle must be the relation member of an entity that came out of a mapper, without operators applied to it");
        return ((RelationHandle<R>) handle).state();
    }
}
