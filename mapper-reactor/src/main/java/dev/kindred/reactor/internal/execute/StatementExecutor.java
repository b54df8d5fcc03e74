package dev.kindred.reactor.internal.execute;

import dev.kindred.error.MappingException;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.Discarded;
import dev.kindred.reactor.internal.connection.DriverConnection;
import dev.kindred.reactor.internal.connection.Operations;
import dev.kindred.reactor.internal.connection.ServerErrors;
import dev.kindred.reactor.internal.connection.StatementObserver;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import dev.kindred.reactor.internal.connection.UncancelledResults;
import dev.kindred.reactor.internal.row.ParameterBinder;
import dev.kindred.reactor.internal.row.RowReader;
import io.netty.buffer.Unpooled;
import io.netty.util.ReferenceCounted;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Sends one statement and reads its whole result before it emits, so that no result is open when the next statement is
 * sent. Thread-safe.
 */
public final class StatementExecutor {

    /** A statement has one result, or one for each portion. A queue of results is larger than most results. */
    private static final int NO_PREFETCH = 0;

    private final ParameterBinder binder;
    private final Auditing auditing;
    private final Tenants tenants;
    private final StatementObserver observer;
    private final ServerErrors errors;
    private final Duration timeout;

    /** Waits at most {@code timeout} for the end of each result. */
    public StatementExecutor(
            ParameterBinder binder,
            Auditing auditing,
            Tenants tenants,
            StatementObserver observer,
            ServerErrors errors,
            Duration timeout) {
        this.binder = binder;
        this.auditing = auditing;
        this.tenants = tenants;
        this.observer = observer;
        this.errors = errors;
        this.timeout = timeout;
    }

    /** Returns what observes the operations that send the statements. */
    Operations operations() {
        return observer.operations();
    }

    /** Returns whether nothing observes the statements. */
    boolean isSilent() {
        return observer.isSilent();
    }

    /** Sends {@code sql} and returns its rows. */
    <T> Mono<List<T>> rows(ConnectionScope scope, Access access, RenderedSql sql, Supplier<RowReader<T>> reader) {
        return Mono.deferContextual(context -> rows(scope, access, sql, reader, context));
    }

    /** Sends {@code sql} of a subscriber with {@code context} and returns its rows. */
    <T> Mono<List<T>> rows(
            ConnectionScope scope, Access access, RenderedSql sql, Supplier<RowReader<T>> reader, ContextView context) {
        @Nullable Object[] wire = encoded(sql, context);
        return scope.converse(access, connection -> observed(connection, sql, read(connection, sql, wire, reader)));
    }

    /** Sends {@code sql} and returns the number of written rows. */
    Mono<Long> change(ConnectionScope scope, Access access, RenderedSql sql) {
        return Mono.deferContextual(context -> {
            @Nullable Object[] wire = encoded(sql, context);
            return scope.converse(access, connection -> observed(connection, sql, change(connection, sql, wire)));
        });
    }

    /** Sends {@code rows} as the stream of {@code sql} and returns the number of stored rows. */
    Mono<Long> copy(ConnectionScope scope, RenderedSql sql, List<List<Parameter>> rows) {
        return Mono.deferContextual(context -> copyText(
                scope,
                sql,
                binder.copyText(
                        rows.stream()
                                .map(row -> resolved(tenants.resolve(row, context), context))
                                .toList(),
                        sql.text())));
    }

    /** Returns {@code parameters} with the auditor in {@code context}. */
    List<Parameter> resolved(List<Parameter> parameters, ContextView context) {
        return auditing.resolve(parameters, context);
    }

    /** Returns the tenants of the operations. */
    Tenants tenants() {
        return tenants;
    }

    /** The tenant is found before a connection is acquired. */
    private @Nullable Object[] encoded(RenderedSql sql, ContextView context) {
        return binder.encode(auditing.resolve(tenants.resolve(sql, context), context), sql.text());
    }

    private Mono<Long> copyText(ConnectionScope scope, RenderedSql sql, String rows) {
        return scope.converse(Access.WRITE, connection -> observed(connection, sql, copyText(connection, sql, rows)));
    }

    private static Mono<Long> copyText(Connection connection, RenderedSql sql, String rows) {
        @Nullable PostgresqlConnection postgres = DriverConnection.postgresOrNull(connection);
        try {
            return postgres == null
                    ? Mono.error(
                            new MappingException("A copy needs the connections of r2dbc-postgresql, but these are of "
                                    + connection.getClass().getName() + ". Use insertAll."))
                    : postgres.copyIn(
                            sql.text(), Mono.fromSupplier(() -> Unpooled.copiedBuffer(rows, StandardCharsets.UTF_8)));
        } catch (R2dbcException e) {
            return Mono.error(e);
        }
    }

    /** An exception that the driver throws becomes the error of the statement. */
    private static <T> Mono<List<T>> read(
            Connection connection, RenderedSql sql, @Nullable Object[] wire, Supplier<RowReader<T>> reading) {
        RowReader<T> reader = reading.get();
        try {
            return results(connection, sql, wire)
                    .concatMap(result -> result.map(row -> mapped(reader, row)), NO_PREFETCH)
                    .collectList();
        } catch (R2dbcException e) {
            return Mono.error(e);
        }
    }

    private static Mono<Long> change(Connection connection, RenderedSql sql, @Nullable Object[] wire) {
        try {
            return results(connection, sql, wire)
                    .concatMap(Result::getRowsUpdated, NO_PREFETCH)
                    .reduce(0L, Long::sum);
        } catch (R2dbcException e) {
            return Mono.error(e);
        }
    }

    /**
     * Returns the value of {@code row}. An error that Reactor treats as fatal would pass through the driver, which then
     * ends neither this result nor the next.
     */
    public static <T> T mapped(RowReader<T> reader, Readable row) {
        try {
            return reader.read(row);
        } catch (LinkageError | VirtualMachineError e) {
            throw new MappingException(
                    "Reading a row failed with " + e.getClass().getSimpleName()
                            + ". See the cause for the constructor or function that threw it.",
                    e);
        }
    }

    /**
     * The driver sends a statement without parameters by the simple protocol: never prepared, results in text. A fetch
     * size makes it use the extended protocol. Buffers that arrive after a cancel are released here. Otherwise they
     * would block the connection for ever.
     */
    private static Flux<? extends Result> results(Connection connection, RenderedSql sql, @Nullable Object[] wire) {
        Statement statement = connection.createStatement(sql.text());
        if (wire.length == 0) {
            return UncancelledResults.of(statement.fetchSize(Integer.MAX_VALUE).execute());
        }
        ParameterBinder.bind(statement, sql.parameters(), wire);
        return Flux.from(statement.execute()).doOnDiscard(ReferenceCounted.class, Discarded::release);
    }

    private <T> Mono<T> observed(Connection connection, RenderedSql sql, Mono<T> result) {
        return observer.observe(
                connection,
                sql.text(),
                sql.parameters().size(),
                TimeoutMono.within(timeout, result, errors.outcome(sql.text(), timeout)),
                StatementExecutor::rowsOf);
    }

    private static long rowsOf(Object result) {
        return result instanceof List<?> rows ? rows.size() : (Long) result;
    }
}
