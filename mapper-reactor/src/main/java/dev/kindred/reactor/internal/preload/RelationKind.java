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

    /** One instance, because each handle of a row without a key asks for it. */
    private static final RelationKind<?, ?> ONE_ROW =
            new RelationKind<Object, Object>(OneRow.instance(), RelationHandle::new);

    /** Returns the kind of {@code relation}. */
    @SuppressWarnings("unchecked") // the kind has no state, so one instance serves each type
    static <R> RelationKind<R, ?> of(Relation<?, R> relation) {
        return (RelationKind<R, ?>) ONE_ROW;
    }
}
