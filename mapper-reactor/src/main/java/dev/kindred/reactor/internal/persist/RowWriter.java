package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.persist.CopyRows;
import dev.kindred.internal.render.Renderer;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.execute.CurrentScope;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.internal.preload.EntityLoader;
import dev.kindred.reactor.internal.preload.EntityLoader.Pair;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.sql.InsertWithChild;
import dev.kindred.sql.Statement;
import java.util.List;
import reactor.core.publisher.Mono;

/** Sends single statements that write, alone or within a transaction. Thread-safe. */
public final class RowWriter {

    /** Says in the Context that the statements are those of one {@link #atomic} work. */
    private static final Object ATOMIC = new Object();

    private final CurrentScope scopes;
    private final Transactions transactions;
    private final StatementExecutor executor;
    private final Renderer renderer;
    private final EntityLoader loader;

    /** Sends statements with {@code executor}, on the connections of {@code scopes}. */
    public RowWriter(
            CurrentScope scopes,
            Transactions transactions,
            StatementExecutor executor,
            Renderer renderer,
            EntityLoader loader) {
        this.scopes = scopes;
        this.transactions = transactions;
        this.executor = executor;
        this.renderer = renderer;
        this.loader = loader;
    }

    /** Returns the rows that {@code statement} gives back. */
    public <E> Mono<List<E>> rows(Statement statement, EntityModel<E> model) {
        return scopes.run(scope -> loader.write(scope, statement, model));
    }

    /** Returns the first row that {@code statement} gives back, or completes empty. */
    <E> Mono<E> row(Statement statement, EntityModel<E> model) {
        return rows(statement, model).flatMap(RowWriter::first);
    }

    /** Returns the parent and the child that {@code statement} writes. */
    <P, C> Mono<Pair<P, C>> pair(InsertWithChild statement, EntityModel<P> parent, EntityModel<C> child) {
        return scopes.run(scope -> loader.writePair(scope, statement, parent, child));
    }

    /** Returns {@code entity}, whose handle for {@code relation} leads to {@code related}, as the inverse leads back. */
    <E, R> Mono<E> linked(Relation<E, R> relation, E entity, R related) {
        return Mono.deferContextual(context -> {
            loader.link(scopes.transactionIn(context), relation, entity, related);
            return Mono.just(entity);
        });
    }

    /** Returns {@code entity} with live handles. */
    <E> E live(EntityModel<E> model, E entity) {
        return loader.withHandles(model, entity);
    }

    /** Returns the first row of {@code query}, or completes empty. */
    <E> Mono<E> find(SelectQuery<E> query) {
        return scopes.run(scope -> loader.read(scope, query, LoadMode.BATCH)).flatMap(RowWriter::first);
    }

    /** Returns how many rows {@code statement} has changed. */
    public Mono<Long> change(Statement statement) {
        return scopes.run(scope -> executor.change(scope, renderer.render(statement)));
    }

    /** Sends rows as a stream and returns how many were stored. */
    Mono<Long> copy(CopyRows copy) {
        return scopes.run(scope -> executor.copy(scope, renderer.render(copy.statement()), copy.rows()));
    }

    /** Runs {@code statement}, whose rows nobody needs. */
    Mono<Void> run(Statement statement) {
        return scopes.run((ConnectionScope scope) ->
                        executor.write(scope, renderer.render(statement), () -> row -> Boolean.TRUE))
                .then();
    }

    /**
     * Runs {@code work}, which is one statement. In a caller's transaction it runs in a savepoint, since the server takes nothing more of a
     * transaction in which a statement failed: so the caller can handle the failure and go on. Within {@link #atomic} there is one.
     */
    <T> Mono<T> guarded(Mono<T> work) {
        return Mono.deferContextual(context ->
                context.hasKey(ATOMIC) || scopes.transactionIn(context) == null ? work : transactions.execute(work));
    }

    /** Runs the statements of {@code work}, all of them this package's, all or not at all. */
    public <T> Mono<T> atomic(Mono<T> work) {
        return transactions.execute(work.contextWrite(context -> context.put(ATOMIC, true)));
    }

    private static <E> Mono<E> first(List<E> rows) {
        return rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0));
    }
}
