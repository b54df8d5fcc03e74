package dev.kindred.reactor.internal.persist;

import dev.kindred.error.ConnectionException;
import dev.kindred.internal.persist.CopyRows;
import dev.kindred.internal.persist.OwnerTouches;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.TouchingWrite;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.execute.CurrentScope;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.internal.preload.EntityLoader;
import dev.kindred.reactor.internal.preload.EntityLoader.Pair;
import dev.kindred.reactor.internal.preload.HandleLinks;
import dev.kindred.reactor.internal.preload.HandleLinks.Written;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.transaction.Transactions;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Sends single statements that write, alone or within a transaction. Thread-safe. */
public final class RowWriter {

    /** Says in the Context that the statements are those of one {@link #atomic} work. */
    private static final Object ATOMIC = new Object();

    private final Execution execution;
    private final CurrentScope scopes;
    private final OwnerTouches owners;
    private final HandleLinks links;

    /** Sends statements with {@code execution}; those that write entities do to owners what {@code owners} says. */
    public RowWriter(Execution execution, OwnerTouches owners) {
        this.execution = execution;
        this.scopes = execution.scopes;
        this.owners = owners;
        this.links = new HandleLinks(execution.loader);
    }

    /** Returns the same for what is written after {@code entities}, in the same call: those stay as they are. */
    <E> RowWriter after(EntityModel<E> model, List<E> entities) {
        return new RowWriter(execution, owners.after(model, entities));
    }

    /** Returns the rows that {@code statement} gives back, and leaves their owners alone. */
    public <E> Mono<List<E>> rowsAlone(Statement statement, EntityModel<E> model) {
        return scopes.run(scope -> execution.loader.write(scope, statement, model));
    }

    /** Returns the rows that {@code statement} gives back. */
    <E> Mono<List<E>> rows(Statement statement, EntityModel<E> model) {
        return rowsAlone(owners.with(statement, model), model);
    }

    /** Returns the first row that {@code statement} gives back, or completes empty. */
    <E> Mono<E> row(Statement statement, EntityModel<E> model) {
        return rows(statement, model).flatMap(RowWriter::first);
    }

    /** Returns the parent and the child that {@code statement} writes. */
    <P, C> Mono<Pair<P, C>> pair(InsertWithChild statement, EntityModel<P> parent, EntityModel<C> child) {
        InsertWithChild touching = owners.with(statement, parent, child);
        return scopes.run(scope -> execution.loader.writePair(scope, touching, parent, child));
    }

    /** Returns {@code entity}, whose owner was inserted by the same call; its handle leads to {@code related}, see {@link #linked(Written)}. */
    <E, R> Mono<E> linked(Relation<E, R> relation, E entity, R related) {
        return linked(new Written<>(relation, List.of(entity), List.of(related), true))
                .thenReturn(entity);
    }

    /** Completes when the handles of {@code written} lead to each other, where a read of them would surely find the same. */
    Mono<Void> linked(Written<?, ?> written) {
        return Mono.deferContextual(context -> {
            links.link(scopes.transactionIn(context), written);
            return Mono.empty();
        });
    }

    /** Returns {@code entity} with live handles. */
    <E> E live(EntityModel<E> model, E entity) {
        return execution.loader.withHandles(model, entity);
    }

    /** Returns the first row of {@code query}, or completes empty. */
    <E> Mono<E> find(SelectQuery<E> query) {
        return scopes.run(scope -> execution.loader.read(scope, query, LoadMode.BATCH))
                .flatMap(RowWriter::first);
    }

    /** Returns how many rows {@code statement} has changed, and leaves their owners alone. */
    public Mono<Long> changeAlone(Statement statement) {
        return scopes.run(scope -> execution.executor.change(scope, execution.renderer.render(statement)));
    }

    /** Returns how many rows of {@code model} the {@code statement} has changed. */
    Mono<Long> change(Statement statement, EntityModel<?> model) {
        Statement touching = owners.with(statement, model);
        return touching instanceof TouchingWrite counting ? count(counting) : changeAlone(touching);
    }

    private Mono<Long> count(TouchingWrite counting) {
        RowReader<Long> reader = row -> Objects.requireNonNull(row.get(0, Long.class));
        return scopes.run(scope -> execution
                .executor
                .write(scope, execution.renderer.render(counting), () -> reader)
                .flatMap(RowWriter::first));
    }

    /** Sends rows as a stream and returns how many were stored. */
    Mono<Long> copy(CopyRows copy) {
        return scopes.run(
                scope -> execution.executor.copy(scope, execution.renderer.render(copy.statement()), copy.rows()));
    }

    /** Runs {@code statement}, whose rows nobody needs. */
    Mono<Void> run(Statement statement) {
        return scopes.run((ConnectionScope scope) -> execution.executor.write(
                        scope, execution.renderer.render(statement), () -> row -> Boolean.TRUE))
                .then();
    }

    /**
     * Runs {@code work}, which is one statement. In a caller's transaction it runs in a savepoint, since the server takes nothing more of a
     * transaction in which a statement failed: so the caller can handle the failure and go on. Within {@link #atomic} there is one.
     */
    <T> Mono<T> guarded(Mono<T> work) {
        return Mono.deferContextual(context -> context.hasKey(ATOMIC) || scopes.transactionIn(context) == null
                ? work
                : execution.transactions.execute(work));
    }

    /** Fails with {@code error} of the chunk {@code index}. Outside a transaction the chunks before it are stored. */
    public <T> Mono<T> lost(ConnectionException error, long index) {
        return Mono.deferContextual(context -> Mono.error(
                index == 0 || !error.isRepeatable() || scopes.transactionIn(context) != null
                        ? error
                        : new ConnectionException(
                                "The chunks before this one are stored. " + error.getMessage(), error.getCause())));
    }

    /** Runs the statements of {@code work}, all of them this package's, all or not at all. */
    public <T> Mono<T> atomic(Mono<T> work) {
        return execution.transactions.execute(work.contextWrite(context -> context.put(ATOMIC, true)));
    }

    /**
     * What statements are sent with.
     *
     * @param scopes where they run
     * @param transactions makes transactions and savepoints
     * @param executor sends what gives back no entities
     * @param renderer makes its text
     * @param loader sends what gives back entities
     */
    public record Execution(
            CurrentScope scopes,
            Transactions transactions,
            StatementExecutor executor,
            Renderer renderer,
            EntityLoader loader) {}

    private static <E> Mono<E> first(List<E> rows) {
        return rows.isEmpty() ? Mono.empty() : Mono.just(rows.get(0));
    }
}
