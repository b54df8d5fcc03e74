package dev.kindred.reactor.internal.preload;

import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

/**
 * The member of an entity for a relation to one row. On subscription it emits the related entity, or completes empty.
 * The first subscription loads the related entities of all siblings in one statement, in the subscriber's transaction
 * or on a connection of the pool. Thread-safe.
 */
public final class RelationHandle<R> extends Mono<R> implements Fuseable, RelatedValue.Shell<R, R> {

    private final RelatedValue<R, R> related;

    RelationHandle(RelatedValue<R, R> related) {
        this.related = related;
    }

    @Override
    public RelatedValue<R, R> related() {
        return related;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        related.subscribe(actual);
    }

    /**
     * Throws {@link dev.kindred.error.RelationKeyMissingException} if {@code entity} was read without the key columns
     * of {@code relation}.
     */
    public static <E> void requireKey(E entity, Relation<E, ?> relation) {
        RelatedValue.requireKey(entity, relation);
    }

    /** Returns the state without a statement. */
    public RelationState<R> state() {
        return related.state();
    }

    /** Returns whether the relation was loaded or preloaded, for this entity or its siblings. */
    public boolean wasAsked() {
        return related.wasAsked();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationHandle<?> handle && handle.related.equals(related);
    }

    @Override
    public int hashCode() {
        return related.hashCode();
    }

    @Override
    public String toString() {
        return related.toString();
    }
}
