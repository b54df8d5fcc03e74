package dev.kindred.reactor.internal.execute;

import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.render.StatementPlans;
import dev.kindred.internal.sql.CopyIn;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.TouchingWrite;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Renders statements and sends them. Each statement is one round trip, sent when the result is subscribed. Statement
 * text and access (read or write) are known before a connection is acquired. Immutable and thread-safe.
 *
 * <p>Statements run in the transaction of the subscriber's Context. Outside a transaction each uses its own connection,
 * except within {@link #together}.
 */
public final class StatementRunner {

    /** More shapes than an application has, unless it combines columns at random. */
    private static final int PLANS = 2_000;

    private final StatementPlans plans;
    private final StatementExecutor executor;
    private final CurrentScope current;
    private final ConnectionScope scope;
    private final UnaryOperator<Statement> pass;
    /** Whether the statements that read can read the rows of all tenants. */
    private final boolean acrossTenants;

    /** Sends statements of {@code renderer} with {@code executor} on the connections of {@code current}. */
    public StatementRunner(Renderer renderer, StatementExecutor executor, CurrentScope current) {
        this(new StatementPlans(renderer, PLANS), executor, current, current, UnaryOperator.identity(), false);
    }

    private StatementRunner(
            StatementPlans plans,
            StatementExecutor executor,
            CurrentScope current,
            ConnectionScope scope,
            UnaryOperator<Statement> pass,
            boolean acrossTenants) {
        this.plans = plans;
        this.executor = executor;
        this.current = current;
        this.scope = scope;
        this.pass = pass;
        this.acrossTenants = acrossTenants;
    }

    /** Returns what observes the operations that send the statements. */
    public Operations operations() {
        return executor.operations();
    }

    /** Returns a runner that applies {@code next} to each statement before this runner's passes. */
    public StatementRunner through(UnaryOperator<Statement> next) {
        return new StatementRunner(
                plans, executor, current, scope, statement -> pass.apply(next.apply(statement)), acrossTenants);
    }

    /**
     * Runs the statements of {@code operation} on one connection.
     *
     * @param access what the statements do
     */
    public <T> Mono<T> together(Access access, Function<StatementRunner, Mono<T>> operation) {
        return scope == current
                ? current.run(access, shared -> operation.apply(on(shared)))
                : Mono.defer(() -> operation.apply(this));
    }

    /**
     * Runs the statements of {@code operation} in the subscriber's transaction; outside one, each on its own
     * connection.
     */
    public <T> Mono<T> separately(Function<StatementRunner, Mono<T>> operation) {
        return joined(Mono.deferContextual(context -> {
            @Nullable TransactionScope transaction = scope == current ? transactionIn(context) : null;
            return operation.apply(transaction == null ? this : on(transaction));
        }));
    }

    private StatementRunner on(ConnectionScope other) {
        return new StatementRunner(plans, executor, current, other, pass, acrossTenants);
    }

    /** Returns a runner whose statements that read can read the rows of all tenants. */
    public StatementRunner acrossTenants() {
        return tenants().areUsed() ? new StatementRunner(plans, executor, current, scope, pass, true) : this;
    }

    /** Returns the tenants of the operations. */
    public Tenants tenants() {
        return executor.tenants();
    }

    /** Returns {@code work} with the ambient transaction of the subscriber in its Context. */
    public <T> Mono<T> joined(Mono<T> work) {
        return current.joined(work);
    }

    /** Returns {@code work} with the ambient transaction of the subscriber in its Context. */
    public <T> Flux<T> joined(Flux<T> work) {
        return current.joined(work);
    }

    /** Returns whether no subscriber has an ambient transaction, so that {@link #joined} is not necessary. */
    public boolean isNeverAmbient() {
        return current.isNeverAmbient();
    }

    /**
     * Returns the transaction of {@code context} that this runner's statements use, or null. Finds an ambient
     * transaction only within {@link #joined}.
     */
    public @Nullable TransactionScope transactionIn(ContextView context) {
        return current.transactionIn(context);
    }

    /** Returns the transaction of the operation in {@link #together} or {@link #separately}, or null. */
    public @Nullable TransactionScope transaction() {
        return scope instanceof TransactionScope transaction ? transaction : null;
    }

    /** Returns {@code work}, whose statements originate in an operation on rows of {@code entity}. */
    public <T> Mono<T> originating(Operation operation, Class<?> entity, Mono<T> work) {
        return executor.isSilent() ? work : work.contextWrite(Origins.of(operation, entity));
    }

    /** Returns {@code work}, whose statements originate in an operation on {@code relation}. */
    public <T> Mono<T> originating(Operation operation, Relation<?, ?> relation, Mono<T> work) {
        return executor.isSilent() ? work : work.contextWrite(Origins.of(operation, relation.entity(), relation));
    }

    /** Returns whether {@code other} uses the same connection source. */
    public boolean sharesConnections(StatementRunner other) {
        return current.sharesConnections(other.current);
    }

    /** Returns the text and parameters of {@code statement} after the passes. */
    public RenderedSql render(Statement statement) {
        return plans.renderer().render(pass.apply(statement));
    }

    /**
     * Runs {@code operation}, which reads with one statement, in one turn of {@code transaction}. It begins with the
     * turn.
     */
    public <T> Mono<T> inTurn(TransactionScope transaction, Function<StatementRunner, Mono<T>> operation) {
        return transaction.converse(Access.READ, connection -> operation.apply(on(new OneTurn(connection))));
    }

    /** Returns {@code parameters} with the auditor in {@code context}. */
    public List<Parameter> resolved(List<Parameter> parameters, ContextView context) {
        return executor.resolved(parameters, context);
    }

    /** Sends a statement that reads and returns its rows. */
    public <T> Mono<List<T>> read(Statement statement, Supplier<RowReader<T>> reader) {
        return Mono.deferContextual(context -> {
            RenderedSql sql =
                    areAll(context) ? plans.renderer().renderAcrossTenants(pass.apply(statement)) : render(statement);
            return rows(Access.READ, sql, reader, context);
        });
    }

    /** Sends a statement that reads and returns its rows. It passes through no function of {@link #through}. */
    public <T> Mono<List<T>> read(ShapedStatement<?> statement, Supplier<RowReader<T>> reader) {
        return Mono.deferContextual(context -> {
            RenderedSql sql = areAll(context)
                    ? plans.renderer().renderAcrossTenants(statement.statement())
                    : plans.render(statement);
            return rows(Access.READ, sql, reader, context);
        });
    }

    private boolean areAll(ContextView context) {
        return acrossTenants && tenants().areAll(context);
    }

    /** Sends a rendered statement that reads and returns its rows. */
    public <T> Mono<List<T>> read(RenderedSql sql, Supplier<RowReader<T>> reader) {
        return executor.rows(scope, access(Access.READ, sql), sql, reader);
    }

    /** Sends a statement that reads one value and returns the value. */
    public <T> Mono<T> value(Statement statement, Class<T> type) {
        return read(statement, () -> valueReader(type)).map(rows -> rows.get(0));
    }

    /** Sends a statement that writes and returns its rows. */
    public <T> Mono<List<T>> write(Statement statement, Supplier<RowReader<T>> reader) {
        return Mono.deferContextual(context -> rows(Access.WRITE, render(statement), reader, context));
    }

    /** Sends a statement that writes and returns its rows. It passes through no function of {@link #through}. */
    public <T> Mono<List<T>> write(ShapedStatement<?> statement, Supplier<RowReader<T>> reader) {
        return Mono.deferContextual(context -> rows(Access.WRITE, plans.render(statement), reader, context));
    }

    /** Sends a rendered statement that may write and returns its rows. */
    public <T> Mono<List<T>> write(RenderedSql sql, Supplier<RowReader<T>> reader) {
        return executor.rows(scope, access(Access.WRITE, sql), sql, reader);
    }

    private <T> Mono<List<T>> rows(
            Access declared, RenderedSql sql, Supplier<RowReader<T>> reader, ContextView context) {
        return executor.rows(scope, access(declared, sql), sql, reader, context);
    }

    /** Sends a statement that writes and returns the number of written rows. */
    public Mono<Long> change(Statement statement) {
        return Mono.defer(() -> {
            Statement passed = pass.apply(statement);
            RenderedSql sql = plans.renderer().render(passed);
            // This statement reads the number as a value: the server would count the touched owners.
            return passed instanceof TouchingWrite
                    ? this.<Long>write(sql, () -> valueReader(Long.class)).map(rows -> rows.get(0))
                    : change(sql);
        });
    }

    /**
     * Sends a statement that writes and returns the number of written rows. It passes through no function of
     * {@link #through}.
     */
    public Mono<Long> change(ShapedStatement<?> statement) {
        return Mono.defer(() -> change(plans.render(statement)));
    }

    /** Sends a rendered statement that writes and returns the number of written rows. */
    public Mono<Long> change(RenderedSql sql) {
        return executor.change(scope, access(Access.WRITE, sql), sql);
    }

    /** Sends a statement that changes the schema. */
    public Mono<Void> change(SchemaStatement statement) {
        return Mono.defer(() -> change(plans.renderer().render(statement))).then();
    }

    /** Sends {@code rows} as the stream of {@code statement} and returns the number of stored rows. */
    public Mono<Long> copy(CopyIn statement, List<List<Parameter>> rows) {
        return Mono.defer(() -> executor.copy(scope, render(statement), rows));
    }

    /** User SQL that calls functions unknown to the mapper may do anything. */
    private static Access access(Access declared, RenderedSql sql) {
        return sql.callsUnknown() ? Access.UNKNOWN : declared;
    }

    private static <T> RowReader<T> valueReader(Class<T> type) {
        return row -> Objects.requireNonNull(row.get(0, type));
    }
}
