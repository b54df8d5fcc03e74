package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Relation;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of relation adds to the loading of relations: the value of a key, and the handle that publishes it.
 * Thread-safe.
 *
 * @param <R> the related entity
 * @param <V> the value of a key
 * @param arity the value of a key
 * @param handle creates the member of an entity
 */
record RelationKind<R, V>(Arity<R, V> arity, BiFunction<KeyResolver<R, V>, @Nullable Object, Object> handle) {

    /** One instance of each, because each handle of a row without a key asks for it. */
    private static final RelationKind<?, ?> ONE_ROW =
            new RelationKind<Object, Object>(OneRow.instance(), RelationHandle::new);

    private static final RelationKind<?, ?> MANY_ROWS =
            new RelationKind<Object, RowList<Object>>(ManyRows.instance(), RelationFlux::new);

    /** Returns the kind of {@code relation}. */
    @SuppressWarnings("unchecked") // a kind has no state, so one instance serves each type
    static <R> RelationKind<R, ?> of(Relation<?, R> relation) {
        return (RelationKind<R, ?>) (Nodes.of(relation).isToOne() ? ONE_ROW : MANY_ROWS);
    }
}
