package dev.kindred.reactor.internal.preload;

import dev.kindred.model.Relation;
import java.util.function.Function;

/**
 * What a kind of relation adds to the loading of relations: the value of a key, and the handle that publishes it.
 * Thread-safe.
 *
 * @param <R> the related entity
 * @param <V> the value of a key
 * @param arity the value of a key
 * @param handle creates the member of an entity
 */
record RelationKind<R, V>(Arity<R, V> arity, Function<RelatedValue<R, V>, Object> handle) {

    /** Returns the kind of {@code relation}. */
    static <R> RelationKind<R, ?> of(Relation<?, R> relation) {
        return new RelationKind<R, R>(OneRow.instance(), RelationHandle::new);
    }
}
