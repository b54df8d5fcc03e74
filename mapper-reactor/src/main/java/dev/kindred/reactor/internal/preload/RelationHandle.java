package dev.kindred.reactor.internal.preload;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationState;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * The member of an entity that stands for a to-one relation. On subscription it emits the related entity, or completes empty; the first
 * one loads it together with those of all siblings in one statement, on the connection of the subscriber's transaction or one of the pool.
 * Thread-safe.
 */
public final class RelationHandle<R> extends Mono<R> implements Fuseable {

    private final Relation<?, R> relation;
    private final @Nullable SiblingBatch<?, R> batch;
    private final @Nullable Object rawKey;
    private final @Nullable EntityColumn<?, ?> missing;

    private RelationHandle(
            Relation<?, R> relation,
            @Nullable SiblingBatch<?, R> batch,
            @Nullable Object rawKey,
            @Nullable EntityColumn<?, ?> missing) {
        this.relation = relation;
        this.batch = batch;
        this.rawKey = rawKey;
        this.missing = missing;
    }

    /** Returns the handle of a sibling, whose key was added to {@code batch}. */
    static <R> RelationHandle<R> of(SiblingBatch<?, R> batch, Object rawKey) {
        return new RelationHandle<>(batch.relation(), batch, rawKey, null);
    }

    /** Returns the handle of a sibling whose key is null, which matches no row. */
    static <R> RelationHandle<R> withNullKey(SiblingBatch<?, R> batch) {
        return new RelationHandle<>(batch.relation(), batch, null, null);
    }

    /** Returns the handle of an entity whose key was not read. */
    static <R> RelationHandle<R> withoutKey(Relation<?, R> relation, EntityColumn<?, ?> missing) {
        return new RelationHandle<>(relation, null, null, missing);
    }

    /** Every subscription is one that may be fused, so that a thousand handles in a {@code flatMap} cost no queue each. */
    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
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

    /** Throws {@link RelationKeyMissingException} if {@code entity} was read without the key columns of {@code relation}. */
    public static <E> void requireKey(E entity, Relation<E, ?> relation) {
        if (relation.handle(entity) instanceof RelationHandle<?> handle && handle.missing != null) {
            throw handle.keyMissing();
        }
    }

    private RelationKeyMissingException keyMissing() {
        return new RelationKeyMissingException("Cannot follow " + relation + ": it goes by " + missing
                + ", which the query did not select. Add that column to select(..).");
    }

    /** Returns the state without a statement. */
    public RelationState<R> state() {
        if (missing != null) {
            return new RelationState.NotLoaded<>();
        }
        return batch == null || rawKey == null ? new RelationState.Empty<>() : batch.peek(rawKey);
    }

    /**
     * Tells whether the relation was loaded or preloaded, for this entity or its siblings. A null key makes the state
     * {@linkplain RelationState.Empty empty} without that.
     */
    public boolean wasAsked() {
        return rawKey == null ? batch != null && batch.wasAsked() : state().isLoaded();
    }

    /** Returns the batch of this handle, or null if its key was not read. */
    @Nullable
    SiblingBatch<?, R> batch() {
        return batch;
    }

    /** Returns the key value of the relation, or null if it is null or was not read. */
    @Nullable
    Object rawKey() {
        return rawKey;
    }

    /**
     * Returns whether the handle of {@code entity} uses the key of the entity and loads with {@code statements}. A copy that a user made of
     * another entity has the handles of the original, whose key may differ.
     */
    static <E> boolean isLive(Relation<E, ?> relation, E entity, StatementRunner statements) {
        return relation.handle(entity) instanceof RelationHandle<?> handle
                && handle.resolves(RelationKey.of(relation.sourceKey(), entity), statements);
    }

    private boolean resolves(@Nullable Object key, StatementRunner statements) {
        return missing != null
                || (Objects.equals(key, key()) && (rawKey == null || batch == null || batch.loadsWith(statements)));
    }

    /** Returns whether the key was not read, so that no row can be loaded. */
    boolean lacksKey() {
        return missing != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationHandle<?> handle
                && handle.relation.equals(relation)
                && Objects.equals(handle.missing, missing)
                && Objects.equals(handle.key(), key());
    }

    @Override
    public int hashCode() {
        return 31 * relation.hashCode() + Objects.hashCode(key());
    }

    private @Nullable Object key() {
        return rawKey == null ? null : RelationKey.of(rawKey);
    }

    /** Shows relation and state, and neither the key nor the related entity, which may show this one in turn. */
    @Override
    public String toString() {
        return relation + "[" + state().getClass().getSimpleName() + "]";
    }
}
