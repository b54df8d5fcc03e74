package dev.kindred.reactor.internal.preload;

import dev.kindred.model.HasOneRelation;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tells children that are written for one parent to which entity they belong. Thread-safe.
 *
 * @param <E> the parent
 * @param <R> the child
 */
public final class WrittenChild<E, R> {

    private final EntityLoader loader;
    private final HasOneRelation<E, R> relation;
    private final E parent;

    /** Tells the children of {@code parent}, which {@code loader} may have read. */
    public WrittenChild(EntityLoader loader, HasOneRelation<E, R> relation, E parent) {
        this.loader = loader;
        this.relation = relation;
        this.parent = parent;
    }

    /** Returns {@code child}, whose handle for the parent is told the parent in the subscriber's transaction or for everybody. */
    public Mono<R> of(Mono<R> child) {
        return Mono.deferContextual(context -> {
            @Nullable TransactionScope transaction = loader.transactionIn(context);
            return child.doOnNext(written -> tell(written, transaction));
        });
    }

    private void tell(R child, @Nullable TransactionScope transaction) {
        if (relation.handle(parent) instanceof RelationHandle<?> handle && loader.isLive(relation, parent)) {
            @SuppressWarnings("unchecked") // the member of a relation holds handles of its related entity
            @Nullable
            SiblingBatch<E, R> batch = (SiblingBatch<E, R>) handle.batch();
            if (batch != null) {
                batch.linkBack(parent, child, transaction);
            }
        }
    }
}
