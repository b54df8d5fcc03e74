package dev.kindred.reactor.internal.persist;

import dev.kindred.error.ConnectionException;
import dev.kindred.internal.persist.CopyRows;
import dev.kindred.internal.persist.OwnerTouches;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.InsertLinked;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.LinkRows;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.persist.ReturnedRows.Pair;
import dev.kindred.reactor.internal.read.EntityHandles.Written;
import dev.kindred.reactor.internal.read.EntityHandles.WrittenLists;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import dev.kindred.reactor.internal.transaction.Transactions;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.type.WireContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Sends single statements of writes, alone or within a transaction. Thread-safe. */
public final class RowWriter {

    /** The Context key of the statements within {@link #atomic}. */
    private static final Object ATOMIC = new Object();

    private final StatementRunner statements;
    private final Transactions transactions;
    private final EntityReads reads;
    private final ReturnedRows returned;
    private final OwnerTouches owners;
    private final @Nullable SharedRowWrites shared;
    private final SingleWrites single;

    /**
     * Sends statements with {@code statements}.
     *
     * @param transactions begins transactions and savepoints
     * @param reads reads the entities of written rows
     * @param owners adds to writes of entities the changes of their owners
     * @param shared the writes that share statements, or null if each has its own
     */
    public RowWriter(
            StatementRunner statements,
            Transactions transactions,
            EntityReads reads,
            OwnerTouches owners,
            @Nullable SharedRowWrites shared) {
        this.statements = statements;
        this.transactions = transactions;
        this.reads = reads;
        this.returned = new ReturnedRows(reads);
        this.owners = owners;
        this.shared = shared;
        this.single = new SingleWrites(statements, returned, owners, shared);
    }

    /** Returns what observes the operations that send the statements. */
    public Operations operations() {
        return statements.operations();
    }

    /** Returns {@code work}, whose statements originate in an operation on rows of {@code entity}. */
    public <T> Mono<T> originating(Operation operation, Class<?> entity, Mono<T> work) {
        return statements.originating(operation, entity, work);
    }

    /** Returns {@code work}, whose statements originate in an operation on {@code relation}. */
    public <T> Mono<T> originating(Operation operation, Relation<?, ?> relation, Mono<T> work) {
        return statements.originating(operation, relation, work);
    }

    /** Returns the settings of the mapper that conversions use. */
    WireContext context() {
        return reads.context();
    }

    /** Returns a writer for rows written after {@code entities} in the same call. It does not touch these entities. */
    <E> RowWriter after(EntityModel<E> model, List<E> entities) {
        return new RowWriter(statements, transactions, reads, owners.after(model, entities), shared);
    }

    /** Sends {@code statement} and returns its rows. Touches no owner. */
    public <E> Mono<List<E>> rowsAlone(Statement statement, EntityModel<E> model) {
        return returned.of(statements, statement, model);
    }

    /** Sends {@code statement} and returns its rows. */
    <E> Mono<List<E>> rows(Statement statement, EntityModel<E> model) {
        return single.rows(statement, model);
    }

    /** Sends {@code statement} and returns its first row, or completes empty. It may share a statement. */
    <E> Mono<E> row(Statement statement, EntityModel<E> model) {
        return single.row(statement, model);
    }

    /** Sends {@code statement} and returns its first row, or completes empty. It may share a statement. */
    <E> Mono<E> row(ShapedStatement<?> statement, EntityModel<E> model) {
        return single.row(statement, model);
    }

    /** Returns the parent and the child that {@code statement} writes. */
    <P, C> Mono<Pair<P, C>> pair(
            ShapedStatement<InsertWithChild> statement, EntityModel<P> parent, EntityModel<C> child) {
        ShapedStatement<InsertWithChild> touching = OwnerTouches.areIn(parent) || OwnerTouches.areIn(child)
                ? ShapedStatement.of(owners.with(statement.statement(), parent, child))
                : statement;
        return returned.pair(statements, touching, parent, child);
    }

    /**
     * Returns {@code entity} after its handle is linked to {@code related}. The same call inserted the owner. See
     * {@link #linked(Written)}.
     */
    <E, R> Mono<E> linked(Relation<E, R> relation, E entity, R related) {
        return linked(new Written<>(relation, List.of(entity), List.of(related), true))
                .thenReturn(entity);
    }

    /**
     * Runs {@code work}, which is one statement, as {@link #guarded} does. Then links the handles of the parent and the
     * child, which the statement inserted. See {@link #linked(Written)}.
     */
    <E, R> Mono<Pair<E, R>> linked(Relation<E, R> relation, Mono<Pair<E, R>> work) {
        return statements.joined(Mono.deferContextual(context -> {
            @Nullable TransactionScope transaction = statements.transactionIn(context);
            return guarded(work, context)
                    .doOnNext(pair -> reads.handles()
                            .link(
                                    transaction,
                                    new Written<>(relation, List.of(pair.parent()), List.of(pair.child()), true)));
        }));
    }

    /** Completes after the handles of {@code written} are linked, where a read is certain to find the same rows. */
    Mono<Void> linked(Written<?, ?> written) {
        return statements.joined(Mono.deferContextual(context -> {
            reads.handles().link(statements.transactionIn(context), written);
            return Mono.empty();
        }));
    }

    /** Completes after the lists of {@code written} are linked, where a read is certain to find the same rows. */
    Mono<Void> linked(WrittenLists<?, ?> written) {
        return statements.joined(Mono.deferContextual(context -> {
            reads.handles().linkLists(statements.transactionIn(context), written);
            return Mono.empty();
        }));
    }

    /** Returns {@code entity} with live handles. */
    <E> E live(EntityModel<E> model, E entity) {
        return reads.handles().live(model, entity);
    }

    /** Returns the first row of {@code query}, or completes empty. */
    <E> Mono<E> find(SelectQuery<E> query) {
        return SingleWrites.first(reads.read(statements, query, reads.mode()));
    }

    /** Returns the rows of {@code query}. */
    <E> Mono<List<E>> all(SelectQuery<E> query) {
        return reads.read(statements, query, reads.mode());
    }

    /** Sends {@code statement} and returns the number of written rows. Touches no owner. */
    public Mono<Long> changeAlone(Statement statement) {
        return statements.change(statement);
    }

    /** Sends {@code statement} and returns the number of written rows of {@code model}. It may share a statement. */
    <E> Mono<Long> change(Statement statement, EntityModel<E> model) {
        return single.change(statement, model);
    }

    /** Sends {@code statement} and returns the number of written rows of {@code model}. It may share a statement. */
    <E> Mono<Long> change(ShapedStatement<?> statement, EntityModel<E> model) {
        return single.change(statement, model);
    }

    /** Sends rows as a stream and returns the number of stored rows. */
    Mono<Long> copy(CopyRows copy) {
        return statements.copy(copy.statement(), copy.rows());
    }

    /** Sends {@code statement} and ignores its rows. */
    Mono<Void> run(Statement statement) {
        return locked(statement).then();
    }

    /** Sends {@code statement}, which locks rows, and returns their number. */
    Mono<Integer> locked(Statement statement) {
        return locked(ShapedStatement.of(statement));
    }

    /** Sends {@code statement}, which locks rows, and returns their number. */
    Mono<Integer> locked(ShapedStatement<?> statement) {
        return statements.write(statement, () -> row -> Boolean.TRUE).map(List::size);
    }

    /**
     * Runs {@code work}, which is one statement. In a caller's transaction it runs in a savepoint, so that the caller
     * can handle a failure and continue: the server aborts a transaction whose statement fails. Within {@link #atomic}
     * the savepoint exists already.
     */
    <T> Mono<T> guarded(Mono<T> work) {
        return statements.joined(Mono.deferContextual(context -> guarded(work, context)));
    }

    private <T> Mono<T> guarded(Mono<T> work, ContextView context) {
        return context.hasKey(ATOMIC) || isOutside(context) ? work : transactions.execute(work);
    }

    /** Runs {@code alone}, which is one statement, outside a transaction. Runs {@code within} in a transaction. */
    <T> Mono<T> outsideOr(Mono<T> alone, Mono<T> within) {
        return statements.joined(Mono.deferContextual(context -> isOutside(context) ? alone : within));
    }

    private boolean isOutside(ContextView context) {
        return statements.transactionIn(context) == null;
    }

    /** Returns whether {@code statement}, which writes rows of {@code model}, also touches owners. */
    boolean touches(Statement statement, EntityModel<?> model) {
        return owners.with(statement, model) != statement;
    }

    /**
     * Returns {@code error} of the chunk {@code index}. The message says that earlier chunks are stored, which holds
     * outside a transaction.
     */
    public <T> Mono<T> lost(ConnectionException error, long index) {
        return statements.joined(Mono.deferContextual(context -> Mono.error(
                index == 0 || !error.isRepeatable() || statements.transactionIn(context) != null
                        ? error
                        : new ConnectionException(
                                "The chunks before this one are stored. " + error.getMessage(), error.getCause()))));
    }

    /** Sends {@code statement} and returns the inserted rows. Touches their owners and those of the pairs. */
    <R> Mono<List<R>> linked(InsertLinked statement, EntityModel<R> related, EntityModel<?> pivot) {
        return Mono.defer(() -> returned.of(statements, owners.with(statement, related, pivot), related));
    }

    /** Sends {@code statement} and returns the pairs of {@code pivot} that it wrote. Touches their owners. */
    Mono<List<WrittenLink>> links(
            ShapedStatement<LinkRows> statement, EntityModel<?> pivot, List<? extends EntityColumn<?, ?>> target) {
        return OwnerTouches.areIn(pivot)
                ? Mono.defer(() -> returned.links(
                        statements, ShapedStatement.of(owners.with(statement.statement(), pivot)), target))
                : returned.links(statements, statement, target);
    }

    /** Runs {@code work}, which may contain statements of the user, in a transaction or savepoint. */
    public <T> Mono<T> transactional(Mono<T> work) {
        return transactions.execute(work);
    }

    /** Runs the statements of {@code work} in a transaction or savepoint. All statements belong to this package. */
    public <T> Mono<T> atomic(Mono<T> work) {
        return transactions.execute(work.contextWrite(context -> context.put(ATOMIC, true)));
    }
}
