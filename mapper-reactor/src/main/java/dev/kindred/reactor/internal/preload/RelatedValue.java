package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * The related value of one entity: its key, and the batch that resolves the key. The handles implement it, one for each
 * type of publisher, so that an entity needs one object for each relation. Thread-safe.
 *
 * @param <R> the related entity
 * @param <V> the value of a key
 */
interface RelatedValue<R, V> extends Owners.Owner {

    /** Returns the batch to which the key was added, or that the key was not read. */
    KeyResolver<R, V> resolver();

    /** Returns the value of the key columns, or null if it is null or was not read. A null key matches no row. */
    @Nullable
    Object rawKey();

    /** Sets the entity, before its read has ended. Related rows can refer back to it. */
    void originatesIn(Object entity);

    /** Returns the batch, or null if the key was not read. */
    default @Nullable SiblingBatch<?, R, V> batch() {
        return resolver() instanceof SiblingBatch<?, R, V> batch ? batch : null;
    }

    /** Returns the error of a load if the key was not read, or null. */
    default KeyResolver.@Nullable Unread<R, V> unread() {
        return resolver() instanceof KeyResolver.Unread<R, V> unread ? unread : null;
    }

    @Override
    default @Nullable Object key() {
        @Nullable Object raw = rawKey();
        return raw == null ? null : RelationKey.of(raw);
    }

    /**
     * Emits the value to {@code actual}, or completes empty. Each subscription can be fused, so a thousand handles in a
     * {@code flatMap} need no queue each.
     */
    default void emitTo(CoreSubscriber<? super V> actual) {
        @Nullable SiblingBatch<?, R, V> batch = batch();
        KeyResolver.@Nullable Unread<R, V> unread = unread();
        @Nullable Object raw = rawKey();
        if (unread != null) {
            Operators.error(actual, unread.emitted());
        } else if (batch != null && raw != null) {
            batch.subscribe(actual, raw, origin());
        } else {
            if (batch != null) {
                batch.asked();
            }
            Operators.complete(actual);
        }
    }

    /** Returns the rows of a key that no load of siblings reads. See {@link SiblingBatch#rowsAlone}. */
    default Flux<R> rowsAlone() {
        @Nullable SiblingBatch<?, R, V> batch = batch();
        @Nullable Object raw = rawKey();
        return batch == null || raw == null ? Flux.empty() : batch.rowsAlone(raw, origin());
    }

    /** Returns the state without a statement. */
    default RelationState<V> valueState() {
        @Nullable SiblingBatch<?, R, V> batch = batch();
        @Nullable Object raw = rawKey();
        if (batch == null) {
            return new RelationState.NotLoaded<>();
        }
        return raw == null ? new RelationState.Empty<>() : batch.peek(raw, origin());
    }

    /**
     * Returns whether the relation was loaded or preloaded, for this entity or its siblings. With a null key, the state
     * is {@linkplain RelationState.Empty empty} even if it was not.
     */
    default boolean wasAsked() {
        @Nullable SiblingBatch<?, R, V> batch = batch();
        return rawKey() == null
                ? batch != null && batch.wasAsked()
                : valueState().isLoaded();
    }

    /** Returns whether {@code other} has the same relation and key. */
    default boolean isSame(RelatedValue<?, ?> other) {
        return other.resolver().relation().equals(resolver().relation())
                && Objects.equals(reason(other), reason(this))
                && Objects.equals(other.key(), key());
    }

    private static KeyResolver.@Nullable Reason reason(RelatedValue<?, ?> value) {
        KeyResolver.@Nullable Unread<?, ?> unread = value.unread();
        return unread == null ? null : unread.reason();
    }

    /** Returns a hash code of relation and key. */
    default int hash() {
        return 31 * resolver().relation().hashCode() + Objects.hashCode(key());
    }

    /** Shows relation and state. Omits the key, and the related entity, which may show this one in turn. */
    default String text() {
        return resolver().relation() + "[" + valueState().getClass().getSimpleName() + "]";
    }

    /**
     * Returns the value that the handle of {@code entity} has, or null if the handle is not one of Kindred for such
     * related rows.
     */
    static <E, R, V> @Nullable RelatedValue<R, V> of(Relation<E, R> relation, Arity<R, V> arity, E entity) {
        @Nullable RelatedValue<?, ?> found = of(relation, entity);
        if (found == null || !found.resolver().relation().related().equals(relation.related())) {
            return null;
        }
        @Nullable SiblingBatch<?, ?, ?> batch = found.batch();
        if (batch != null && batch.arity() != arity) {
            return null;
        }
        @SuppressWarnings("unchecked") // the related entity and the arity are checked above
        RelatedValue<R, V> value = (RelatedValue<R, V>) found;
        return value;
    }

    private static <E> @Nullable RelatedValue<?, ?> of(Relation<E, ?> relation, E entity) {
        return Nodes.of(relation).handle(entity) instanceof RelatedValue<?, ?> value ? value : null;
    }

    /**
     * Returns whether the handle of {@code entity} uses the key of the entity and loads with {@code statements}. A copy
     * that a user made of another entity has the handles of the original, whose key may differ.
     */
    static <E> boolean isLive(Relation<E, ?> relation, E entity, StatementRunner statements) {
        @Nullable RelatedValue<?, ?> value = of(relation, entity);
        if (value == null) {
            return false;
        }
        @Nullable SiblingBatch<?, ?, ?> batch = value.batch();
        return batch == null
                || (Objects.equals(RelationKey.of(relation.sourceKey(), entity), value.key())
                        && (value.rawKey() == null || batch.loadsWith(statements)));
    }

    /**
     * Throws {@link dev.kindred.error.RelationKeyMissingException} if {@code entity} was read without the key columns
     * of {@code relation}.
     */
    static <E> void requireKey(E entity, Relation<E, ?> relation) {
        @Nullable RelatedValue<?, ?> value = of(relation, entity);
        KeyResolver.@Nullable Unread<?, ?> unread = value == null ? null : value.unread();
        if (unread != null) {
            throw unread.error();
        }
    }
}
