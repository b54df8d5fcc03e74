package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Links children that are written for one parent back to the parent, and removes the loaded children from the handle of
 * the parent. Thread-safe.
 *
 * @param <E> the parent
 * @param <R> the child
 */
public final class WrittenChild<E, R> {

    private final StatementRunner statements;
    private final Relation<E, R> relation;
    private final E parent;

    /** Links children of {@code parent} that are written with {@code statements}. */
    public WrittenChild(StatementRunner statements, Relation<E, R> relation, E parent) {
        this.statements = statements;
        this.relation = relation;
        this.parent = parent;
    }

    /** Returns {@code child} and links its handle to the parent, in the subscriber's transaction if there is one. */
    public Mono<R> of(Mono<R> child) {
        return inTransaction(child, (written, transaction) -> link(RelationKind.of(relation), written, transaction));
    }

    /** Does as {@link #of}, with the children in the result of a write. */
    public <T> Mono<T> all(Mono<T> write, Function<T, List<R>> children) {
        return inTransaction(
                write,
                (written, transaction) ->
                        children.apply(written).forEach(child -> link(RelationKind.of(relation), child, transaction)));
    }

    /**
     * Returns {@code write}. When it ends, also with an error or a cancel, the handles of the parent for rows of the
     * written tables are not loaded any more, so that their next subscription reads the rows again.
     */
    public <T> Mono<T> changing(Mono<T> write) {
        return statements.joined(Mono.deferContextual(context -> {
            @Nullable TransactionScope transaction = statements.transactionIn(context);
            Runnable forget = () -> forgetAll(transaction);
            return write.doOnTerminate(forget).doOnCancel(forget);
        }));
    }

    private <T> Mono<T> inTransaction(Mono<T> write, Linking<T> linking) {
        return statements.joined(Mono.deferContextual(context -> {
            @Nullable TransactionScope transaction = statements.transactionIn(context);
            return write.doOnNext(written -> linking.link(written, transaction));
        }));
    }

    private <V> void link(RelationKind<R, V> kind, R child, @Nullable TransactionScope transaction) {
        @Nullable RelatedValue<R, V> value = live(relation, kind);
        @Nullable SiblingBatch<?, R, V> batch = value == null ? null : value.batch();
        @Nullable Object key = value == null ? null : value.key();
        if (value != null && batch != null && key != null && value.origin() == parent) {
            batch.linkWritten(parent, key, child, transaction);
        }
    }

    private void forgetAll(@Nullable TransactionScope transaction) {
        for (Relation<E, ?> each : EntityModel.of(relation.entity()).relations()) {
            if (!Nodes.of(each).holdsForeignKey() && isReadFrom(tables(relation), each)) {
                forget(each, transaction);
            }
        }
    }

    private static boolean isReadFrom(Set<TableName> tables, Relation<?, ?> each) {
        return tables(each).stream().anyMatch(tables::contains);
    }

    private static Set<TableName> tables(Relation<?, ?> each) {
        return Nodes.of(each).hops().stream().map(Hop::table).collect(Collectors.toUnmodifiableSet());
    }

    private <C> void forget(Relation<E, C> each, @Nullable TransactionScope transaction) {
        forget(each, RelationKind.of(each), transaction);
    }

    private <C, V> void forget(Relation<E, C> each, RelationKind<C, V> kind, @Nullable TransactionScope transaction) {
        @Nullable RelatedValue<C, V> value = live(each, kind);
        @Nullable SiblingBatch<?, C, V> batch = value == null ? null : value.batch();
        @Nullable Object key = value == null ? null : value.rawKey();
        if (batch != null && key != null) {
            batch.forget(key, transaction);
        }
    }

    private <C, V> @Nullable RelatedValue<C, V> live(Relation<E, C> each, RelationKind<C, V> kind) {
        return RelatedValue.isLive(each, parent, statements) ? RelatedValue.of(each, kind.arity(), parent) : null;
    }

    /** Links the handles of what was written. */
    private interface Linking<T> {

        void link(T written, @Nullable TransactionScope transaction);
    }
}
