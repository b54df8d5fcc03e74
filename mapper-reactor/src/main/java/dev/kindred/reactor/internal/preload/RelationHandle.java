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
public final class RelationHandle<R> extends Mono<R> implements Fuseable, RelatedValue<R, R> {

    private final KeyResolver<R, R> resolver;
    private final @Nullable Object rawKey;

    RelationHandle(KeyResolver<R, R> resolver, @Nullable Object rawKey) {
        this.resolver = resolver;
        this.rawKey = rawKey;
    }

    @Override
    public KeyResolver<R, R> resolver() {
        return resolver;
    }

    @Override
    public @Nullable Object rawKey() {
        return rawKey;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        emitTo(actual);
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
        return valueState();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationHandle<?> handle && isSame(handle);
    }

    @Override
    public int hashCode() {
        return hash();
    }

    @Override
    public String toString() {
        return text();
    }
}
