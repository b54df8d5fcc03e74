package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.model.HandleOfTypes;
import dev.kindred.internal.model.TypedHandle;
import dev.kindred.internal.sql.OneOfParts;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

/**
 * The member of an entity for a relation to one row. On subscription it emits the related entity, or completes empty.
 * The first subscription loads the related entities of all siblings in one statement, in the subscriber's transaction
 * or on a connection of the pool. Thread-safe.
 */
public final class RelationHandle<R> extends Mono<R> implements Fuseable, TypeValue<R> {

    private final KeyResolver<R, R> resolver;
    private final @Nullable Object rawKey;
    private @Nullable Object origin;

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
    public @Nullable Object origin() {
        return origin;
    }

    @Override
    public void originatesIn(Object entity) {
        origin = entity;
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
    public TypeValue<R> unread(KeyResolver.Reason reason) {
        return new RelationHandle<>(new KeyResolver.Unread<>(resolver.relation(), reason, resolver.operations()), null);
    }

    @Override
    public HandleOfTypes together(OneOfParts relation, @Nullable Object type, List<TypedHandle> all) {
        return HandleOfOne.of(relation, type, all);
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
