package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.VertxPeer.operation;
import static dev.kindred.benchmarks.peer.VertxPeer.rows;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.UserRow;
import dev.kindred.benchmarks.entity.WideRow;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The relation, wide-row and stream reads of the Vert.x client. A stream is a portal in a transaction, 1,000 rows at a
 * time.
 */
record VertxQueries(Pool pool) {

    Map<Task, Operation> operations() {
        return Map.of(
                Task.FILTER, operation(this::filter),
                Task.COUNT, operation(this::count),
                Task.PAGE, operation(this::page),
                Task.WIDE, operation(this::wide),
                Task.STREAM, operation(turn -> stream(Long.MAX_VALUE)),
                Task.STREAM_CANCELLED, operation(turn -> stream(Turns.CANCELLED_AFTER)));
    }

    private Future<Long> filter(long turn) {
        return rows(pool, Sql.FILTER, Tuple.of(Turns.telephone(turn))).map(rows -> sum(VertxPeer.users(rows)));
    }

    private Future<Long> count(long turn) {
        return rows(pool, Sql.COUNT, Tuple.of(Turns.telephoneFrom(turn), Turns.telephoneTo(turn)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Future<Long> page(long turn) {
        Tuple parameters = Tuple.of(
                Turns.telephoneFrom(turn), Turns.telephoneTo(turn), (long) Turns.SHORT_PAGE, (long) Turns.PAGE_OFFSET);
        return rows(pool, Sql.SHORT_PAGE, parameters)
                .compose(rows -> count(turn).map(total -> Checksums.ofPage(sum(VertxPeer.users(rows)), total)));
    }

    private Future<Long> wide(long turn) {
        return rows(pool, Sql.WIDE, Tuple.of(Turns.widePageStart(turn), (long) Turns.WIDE_PAGE))
                .map(rows -> {
                    List<WideRow> page = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        page.add(wideRow(row));
                    }
                    return page.stream().mapToLong(WideRow::checksum).sum();
                });
    }

    private Future<Long> stream(long most) {
        return pool.withTransaction(connection -> connection
                .prepare(Sql.STREAM)
                .compose(statement -> read(statement, most).eventually(() -> statement.close())));
    }

    private static Future<Long> read(PreparedStatement statement, long most) {
        Promise<Long> end = Promise.promise();
        AtomicLong sum = new AtomicLong();
        AtomicLong count = new AtomicLong();
        RowStream<Row> stream = statement.createStream(Turns.PAGE, Tuple.of(0L));
        stream.exceptionHandler(end::tryFail);
        stream.endHandler(nothing -> end.tryComplete(sum.get()));
        stream.handler(row -> {
            if (count.incrementAndGet() <= most) {
                sum.addAndGet(Checksums.of(VertxPeer.user(row)));
            }
            if (count.get() == most) {
                stream.close().onComplete(closed -> end.tryComplete(sum.get()));
            }
        });
        return end.future();
    }

    private static long sum(List<UserRow> users) {
        return users.stream().mapToLong(Checksums::of).sum();
    }

    private static WideRow wideRow(Row row) {
        return new WideRow(
                row.getLong(0),
                row.getShort(1),
                row.getShort(2),
                row.getInteger(3),
                row.getInteger(4),
                row.getInteger(5),
                row.getLong(6),
                row.getLong(7),
                row.getFloat(8),
                row.getDouble(9),
                row.getDouble(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getBoolean(13),
                row.getBoolean(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getUUID(19),
                row.getUUID(20),
                row.getLocalDate(21),
                row.getLocalTime(22),
                row.getLocalDateTime(23),
                row.getOffsetDateTime(24),
                row.getOffsetDateTime(25),
                row.getBuffer(26).getBytes(),
                row.getArrayOfStrings(27),
                row.getArrayOfIntegers(28),
                row.getString(29));
    }
}
