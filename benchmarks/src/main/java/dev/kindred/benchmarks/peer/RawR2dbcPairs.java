package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.PooledConnections.rows;
import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.Label;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Note;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many-to-many reads, and writes of lists and pairs, in hand-written driver code. */
record RawR2dbcPairs(PooledConnections connections) {

    private static final Comparator<Label> BY_KEY = Comparator.comparingLong(Label::id);
    private static final long SHELF = 1;

    /** A basket, and its labels once they are read. */
    private record Labelled(long id, String owner, OffsetDateTime createdAt, List<Label> labels) {

        long checksum() {
            return Checksums.basket(id, owner, createdAt) + Checksums.labels(labels);
        }
    }

    private record Pair(long basket, long label) {}

    Map<Task, Operation> operations() {
        return Map.of(
                Task.PAIRS, Operation.of(this::threeStatements),
                Task.CREATE_LIST, Operation.of(this::createAll),
                Task.SYNC, Operation.of(this::sync));
    }

    private Mono<Long> threeStatements(long turn) {
        return connections
                .one(connection -> page(connection, turn)
                        .flatMap(baskets -> rows(
                                        connection.createStatement(Sql.PAIRS).bind(0, keys(baskets)),
                                        row -> new Pair(row.get(0, Long.class), row.get(1, Long.class)))
                                .collectList()
                                .flatMap(pairs ->
                                        labels(connection, pairs).map(labels -> withLabels(baskets, pairs, labels)))))
                .map(RawR2dbcPairs::sum);
    }

    Mono<Long> onePerRow(long turn) {
        return connections
                .one(connection -> page(connection, turn)
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(basket -> rows(
                                        connection
                                                .createStatement(Sql.LABELS_OF_ONE)
                                                .bind(0, basket.id()),
                                        RawR2dbcPairs::label)
                                .collectList()
                                .map(labels -> new Labelled(basket.id(), basket.owner(), basket.createdAt(), labels)))
                        .collectList())
                .map(RawR2dbcPairs::sum);
    }

    private Mono<Long> createAll(long turn) {
        List<Note> notes = NewRows.notes(turn);
        return connections
                .one(connection -> rows(
                                connection
                                        .createStatement(Sql.INSERT_NOTES)
                                        .bind(0, NewRows.basketOf(turn))
                                        .bind(1, notes.stream().map(Note::text).toArray(String[]::new))
                                        .bind(2, notes.stream().map(Note::pages).toArray(Integer[]::new)),
                                row -> new Note(
                                        row.get(0, Long.class),
                                        row.get(1, Long.class),
                                        row.get(2, String.class),
                                        row.get(3, Integer.class)))
                        .collectList())
                .map(Checksums::newNotes);
    }

    private Mono<Long> sync(long turn) {
        Long[] keys = Turns.labels(turn).toArray(new Long[0]);
        return connections
                .inTransaction(connection -> rows(
                                connection.createStatement(Sql.LOCK_SHELF).bind(0, SHELF),
                                row -> row.get(0, Integer.class))
                        .then(count(connection
                                .createStatement(Sql.DETACH)
                                .bind(0, SHELF)
                                .bind(1, keys)))
                        .then(count(connection
                                .createStatement(Sql.ATTACH)
                                .bind(0, SHELF)
                                .bind(1, keys))))
                .thenReturn((long) keys.length);
    }

    private static Mono<Long> count(Statement statement) {
        return Flux.from(statement.execute()).flatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
    }

    private static Mono<List<Labelled>> page(Connection connection, long turn) {
        return rows(
                        connection
                                .createStatement(Sql.BASKETS)
                                .bind(0, Turns.basketPageStart(turn))
                                .bind(1, Turns.PAGE),
                        row -> new Labelled(
                                row.get(0, Long.class),
                                row.get(1, String.class),
                                row.get(2, OffsetDateTime.class),
                                new ArrayList<>()))
                .collectList();
    }

    private static Mono<Map<Long, Label>> labels(Connection connection, List<Pair> pairs) {
        Long[] keys = pairs.stream().map(Pair::label).distinct().toArray(Long[]::new);
        return rows(connection.createStatement(Sql.LABELS).bind(0, keys), RawR2dbcPairs::label)
                .collectMap(Label::id);
    }

    private static Label label(Readable row) {
        return new Label(row.get(0, Long.class), row.get(1, String.class));
    }

    private static Long[] keys(List<Labelled> baskets) {
        return baskets.stream().map(Labelled::id).toArray(Long[]::new);
    }

    private static List<Labelled> withLabels(List<Labelled> baskets, List<Pair> pairs, Map<Long, Label> labels) {
        Map<Long, List<Label>> lists = new HashMap<>(baskets.size() * 2);
        baskets.forEach(basket -> lists.put(basket.id(), basket.labels()));
        pairs.forEach(pair -> requireNonNull(lists.get(pair.basket())).add(labels.get(pair.label())));
        baskets.forEach(basket -> basket.labels().sort(BY_KEY));
        return baskets;
    }

    private static long sum(List<Labelled> baskets) {
        return baskets.stream().mapToLong(Labelled::checksum).sum();
    }
}
