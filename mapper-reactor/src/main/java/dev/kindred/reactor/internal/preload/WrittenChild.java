package dev.kindred.reactor.internal.preload;

import dev.kindred.model.HasOneRelation;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Links children that are written for one parent back to the parent. Thread-safe.
 *
 * @param <E> the parent
 * @param <R> the child
 */
public final class WrittenChild<E, R> {

    private final StatementRunner statements;
    private final HasOneRelation<E, R> relation;
    private final E parent;

    /** Links children of {@code parent} that are written with {@code statements}. */
    public WrittenChild(StatementRunner statements, HasOneRelation<E, R> relation, E parent) {
        this.statements = statements;
        this.relation = relation;
        this.parent = parent;
    }

    /** Returns {@code child} and links its handle to the parent, in the subscriber's transaction if there is one. */
    public Mono<R> of(Mono<R> child) {
        return statements.joined(Mono.deferContextual(context -> {
            @Nullable TransactionScope transaction = statements.transactionIn(context);
            return child.doOnNext(written -> link(written, transaction));
        }));
    }

    private void link(R child, @Nullable TransactionScope transaction) {
        @Nullable RelatedValue<R, R> value = RelatedValue.of(relation, OneRow.instance(), parent);
        @Nullable SiblingBatch<?, R, R> batch = value == null ? null : value.batch();
        if (batch != null && RelatedValue.isLive(relation, parent, statements)) {
            batch.linkBack(parent, child, transaction);
        }
    }
}
