package dev.kindred.reactor.internal.preload;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * The related value of one entity: its key, and the batch that resolves the key. Handles are shells around it, one for
 * each type of publisher. Thread-safe.
 *
 * @param <R> the related entity
 * @param <V> the value of a key
 */
final class RelatedValue<R, V> {

    private final Relation<?, R> relation;
    private final @Nullable SiblingBatch<?, R, V> batch;
    private final @Nullable Object rawKey;
    private final @Nullable EntityColumn<?, ?> missing;

    private RelatedValue(
            Relation<?, R> relation,
            @Nullable SiblingBatch<?, R, V> batch,
            @Nullable Object rawKey,
            @Nullable EntityColumn<?, ?> missing) {
        this.relation = relation;
        this.batch = batch;
        this.rawKey = rawKey;
        this.missing = missing;
    }

    /** Returns the value of a sibling. {@code rawKey} was added to {@code batch}; null matches no row. */
    static <R, V> RelatedValue<R, V> of(SiblingBatch<?, R, V> batch, @Nullable Object rawKey) {
        return new RelatedValue<>(batch.relation(), batch, rawKey, null);
    }

    /** Returns the value of an entity whose key was not read. */
    static <R, V> RelatedValue<R, V> withoutKey(Relation<?, R> relation, EntityColumn<?, ?> missing) {
        return new RelatedValue<>(relation, null, null, missing);
    }

    /**
     * Returns the value that the handle of {@code entity} has, or null if the handle is not one of Kindred for such
     * related rows.
     */
    static <E, R, V> @Nullable RelatedValue<R, V> of(Relation<E, R> relation, Arity<R, V> arity, E entity) {
        @Nullable RelatedValue<?, ?> found = of(relation, entity);
        if (found == null
                || !found.relation.related().equals(relation.related())
                || (found.batch != null && found.batch.arity() != arity)) {
            return null;
        }
        @SuppressWarnings("unchecked") // the related entity and the arity are checked above
        RelatedValue<R, V> value = (RelatedValue<R, V>) found;
        return value;
    }

    private static <E> @Nullable RelatedValue<?, ?> of(Relation<E, ?> relation, E entity) {
        return Nodes.of(relation).handle(entity) instanceof Shell<?, ?> shell ? shell.related() : null;
    }

    /**
     * Returns whether the handle of {@code entity} uses the key of the entity and loads with {@code statements}. A copy
     * that a user made of another entity has the handles of the original, whose key may differ.
     */
    static <E> boolean isLive(Relation<E, ?> relation, E entity, StatementRunner statements) {
        @Nullable RelatedValue<?, ?> value = of(relation, entity);
        return value != null && value.resolves(RelationKey.of(relation.sourceKey(), entity), statements);
    }

    private boolean resolves(@Nullable Object key, StatementRunner statements) {
        return missing != null
                || (Objects.equals(key, key()) && (rawKey == null || batch == null || batch.loadsWith(statements)));
    }

    /**
     * Throws {@link RelationKeyMissingException} if {@code entity} was read without the key columns of
     * {@code relation}.
     */
    static <E> void requireKey(E entity, Relation<E, ?> relation) {
        @Nullable RelatedValue<?, ?> value = of(relation, entity);
        if (value != null && value.missing != null) {
            throw value.keyMissing();
        }
    }

    /** Returns the error of an entity whose key was not read. It names the column. */
    RelationKeyMissingException keyMissing() {
        return new RelationKeyMissingException("Cannot load " + relation + ": its key column " + missing
                + " was not selected. Add that column to select(..).");
    }

    /**
     * Emits the value to {@code actual}, or completes empty. Each subscription can be fused, so a thousand handles in a
     * {@code flatMap} need no queue each.
     */
    void subscribe(CoreSubscriber<? super V> actual) {
        if (missing != null) {
            Operators.error(actual, keyMissing());
        } else if (batch == null) {
            Operators.complete(actual);
        } else if (rawKey == null) {
            batch.asked();
            Operators.complete(actual);
        } else {
            batch.subscribe(actual, rawKey);
        }
    }

    /** Returns the state without a statement. */
    RelationState<V> state() {
        if (missing != null) {
            return new RelationState.NotLoaded<>();
        }
        return batch == null || rawKey == null ? new RelationState.Empty<>() : batch.peek(rawKey);
    }

    /**
     * Returns whether the relation was loaded or preloaded, for this entity or its siblings. With a null key, the state
     * is {@linkplain RelationState.Empty empty} even if it was not.
     */
    boolean wasAsked() {
        return rawKey == null ? batch != null && batch.wasAsked() : state().isLoaded();
    }

    /** Returns the batch, or null if the key was not read. */
    @Nullable
    SiblingBatch<?, R, V> batch() {
        return batch;
    }

    /** Returns the value of the key columns, or null if it is null or was not read. */
    @Nullable
    Object rawKey() {
        return rawKey;
    }

    /** Returns the key in the form of {@link RelationKey}, or null. */
    @Nullable
    Object key() {
        return rawKey == null ? null : RelationKey.of(rawKey);
    }

    /** Returns whether the key was not read, so no row can be loaded. */
    boolean lacksKey() {
        return missing != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelatedValue<?, ?> value
                && value.relation.equals(relation)
                && Objects.equals(value.missing, missing)
                && Objects.equals(value.key(), key());
    }

    @Override
    public int hashCode() {
        return 31 * relation.hashCode() + Objects.hashCode(key());
    }

    /** Shows relation and state. Omits the key, and the related entity, which may show this one in turn. */
    @Override
    public String toString() {
        return relation + "[" + state().getClass().getSimpleName() + "]";
    }

    /** A publisher of the value, which is the member of an entity. */
    interface Shell<R, V> {

        /** Returns the value that is published. */
        RelatedValue<R, V> related();
    }
}
