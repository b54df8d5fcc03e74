package dev.kindred.reactor.internal.preload;

import dev.kindred.model.RelationState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Flux;

/**
 * The member of an entity for a relation to many rows. On subscription it emits the related entities in the order of
 * the relation. The first subscription loads the related entities of all siblings in one statement, or two for a
 * many-to-many relation, in the subscriber's transaction or on a connection of the pool. A list that exceeds the rows
 * of such a load is read in chunks for its subscriber. No connection is held while rows are emitted. Thread-safe.
 */
public final class RelationFlux<R> extends Flux<R>
        implements Fuseable, RelatedValue<R, RowList<R>>, RowEmission.Source<R> {

    private final KeyResolver<R, RowList<R>> resolver;
    private final @Nullable Object rawKey;
    private @Nullable Object origin;

    RelationFlux(KeyResolver<R, RowList<R>> resolver, @Nullable Object rawKey) {
        this.resolver = resolver;
        this.rawKey = rawKey;
    }

    @Override
    public KeyResolver<R, RowList<R>> resolver() {
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
        emitTo(new RowEmission<>(this, actual));
    }

    @Override
    public void subscribeAgain(CoreSubscriber<? super RowList<R>> again) {
        emitTo(again);
    }

    @Override
    public Flux<R> rowsAlone() {
        return RelatedValue.super.rowsAlone();
    }

    /** Returns the state without a statement. */
    public RelationState<List<R>> state() {
        RelationState<RowList<R>> state = valueState();
        @Nullable RowList<R> list = state.getOrNull();
        if (list != null) {
            return new RelationState.Loaded<>(list.rows(), list.hasMore());
        }
        return state.isLoaded() ? new RelationState.Empty<>() : new RelationState.NotLoaded<>();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelationFlux<?> handle && isSame(handle);
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
