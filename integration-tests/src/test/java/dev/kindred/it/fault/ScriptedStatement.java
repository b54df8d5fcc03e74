package dev.kindred.it.fault;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A statement whose result has a scripted number of rows. Confined to one thread. */
final class ScriptedStatement implements Statement {

    private final ScriptedConnection connection;
    private final String sql;

    ScriptedStatement(ScriptedConnection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    @Override
    public Publisher<? extends Result> execute() {
        connection.driver().call("execute " + sql);
        Answer answer = new Answer();
        return answer.execution;
    }

    @Override
    public Statement add() {
        throw new AssertionError("The mapper sends no batches");
    }

    @Override
    public Statement bind(int index, Object value) {
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        return this;
    }

    /** An execution ends with its only result. */
    private final class Answer extends ScriptedConnection.Request implements Result {

        private final ScriptedPublisher<Result> execution;
        private boolean read;

        Answer() {
            connection.super(sql);
            execution = new ScriptedPublisher<>(
                    connection.driver().script(), "result of " + sql, this, List.of(() -> this));
        }

        @Override
        public boolean mayComplete() {
            return read;
        }

        @Override
        public Publisher<Long> getRowsUpdated() {
            return reading(
                    "count of " + sql, List.of(() -> (long) connection.driver().rows(sql)));
        }

        @Override
        public <T> Publisher<T> map(BiFunction<Row, RowMetadata, ? extends T> mapping) {
            throw new AssertionError("The mapper reads rows by their positions");
        }

        @Override
        public <T> Publisher<T> map(Function<? super Readable, ? extends T> mapping) {
            int rows = connection.driver().rows(sql);
            return reading(
                    "row of " + sql,
                    IntStream.rangeClosed(1, rows)
                            .<Supplier<? extends T>>mapToObj(row -> () -> mapping.apply(new Values(row)))
                            .toList());
        }

        private <T> Publisher<T> reading(String name, List<Supplier<? extends T>> items) {
            Answer answer = this;
            return new ScriptedPublisher<>(connection.driver().script(), name, new Reading(answer), items);
        }

        @Override
        public Result filter(Predicate<Segment> filter) {
            throw new AssertionError("The mapper does not filter segments");
        }

        @Override
        public <T> Publisher<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapping) {
            throw new AssertionError("The mapper does not map segments");
        }
    }

    /** The rows of a result, which are sent and lost together with the statement. */
    private record Reading(Answer answer) implements ScriptedPublisher.Exchange {

        @Override
        public void later(Runnable task) {
            answer.later(task);
        }

        @Override
        public boolean isSilent() {
            return answer.isSilent();
        }

        @Override
        public @Nullable Throwable failure() {
            return answer.failure();
        }

        @Override
        public void lose() {
            answer.lose();
        }

        @Override
        public void refuse() {
            answer.refuse();
            answer.end();
        }

        @Override
        public void silence() {
            answer.silence();
        }

        @Override
        public void end() {
            answer.read = true;
            answer.execution.schedule();
        }
    }

    /** A row whose numbers all equal the row number, so that keys and foreign keys match. */
    private final class Values implements Readable {

        private final Map<Class<?>, Object> values;
        private boolean touched;

        Values(long row) {
            values = Map.of(
                    Long.class,
                    row,
                    Integer.class,
                    (int) row,
                    String.class,
                    "text " + row,
                    Boolean.class,
                    true,
                    OffsetDateTime.class,
                    OffsetDateTime.MIN,
                    Instant.class,
                    Instant.EPOCH);
        }

        @Override
        public <T> @Nullable T get(int index, Class<T> type) {
            if (!touched) {
                touched = true;
                connection.driver().call("reading a row of " + sql);
            }
            return type.cast(values.get(type));
        }

        @Override
        public <T> @Nullable T get(String name, Class<T> type) {
            return get(0, type);
        }
    }
}
