package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.PooledConnections.rows;
import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.BasketRow;
import dev.kindred.benchmarks.entity.Book;
import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.Item;
import dev.kindred.benchmarks.harness.Turns;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reads of relations to many rows in hand-written driver code. */
record RawR2dbcLists(PooledConnections connections) {

    private static final Comparator<Item> BY_KEY = Comparator.comparingLong(Item::id);

    Mono<Long> twoStatements(long turn) {
        return connections
                .one(connection -> page(connection, turn)
                        .flatMap(baskets -> rows(
                                        connection.createStatement(Sql.ITEMS).bind(0, keys(baskets)),
                                        RawR2dbcLists::item)
                                .collectList()
                                .map(items -> withItems(baskets, items))))
                .map(RawR2dbcLists::sum);
    }

    Mono<Long> onePerRow(long turn) {
        return connections
                .one(connection -> page(connection, turn)
                        .flatMapMany(Flux::fromIterable)
                        .concatMap(basket -> rows(
                                        connection
                                                .createStatement(Sql.ITEMS_OF_ONE)
                                                .bind(0, basket.id()),
                                        RawR2dbcLists::item)
                                .collectList()
                                .map(items -> withItems(List.of(basket), items).get(0)))
                        .collectList())
                .map(RawR2dbcLists::sum);
    }

    Mono<Long> latestByWindow(long turn) {
        return latest(Sql.FIRST_BOOKS);
    }

    Mono<Long> latestByLateral(long turn) {
        return latest(Sql.FIRST_BOOKS_OF_EACH);
    }

    private Mono<Long> latest(String sql) {
        return connections.one(connection -> rows(
                        connection.createStatement(Sql.SHELVES).fetchSize(Integer.MAX_VALUE),
                        row -> row.get(0, Long.class))
                .collectList()
                .flatMap(keys -> rows(
                                connection
                                        .createStatement(sql)
                                        .bind(0, keys.toArray(new Long[0]))
                                        .bind(1, Turns.LATEST),
                                row -> new Book(
                                        row.get(0, Long.class), row.get(1, Long.class), row.get(2, Integer.class)))
                        .reduce(0L, (sum, book) -> sum + book.checksum())));
    }

    private static Mono<List<BasketRow>> page(Connection connection, long turn) {
        return rows(
                        connection
                                .createStatement(Sql.BASKETS)
                                .bind(0, Turns.basketPageStart(turn))
                                .bind(1, Turns.PAGE),
                        row -> new BasketRow(
                                row.get(0, Long.class),
                                row.get(1, String.class),
                                row.get(2, OffsetDateTime.class),
                                new ArrayList<>()))
                .collectList();
    }

    private static Item item(Readable row) {
        return new Item(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Integer.class));
    }

    private static Long[] keys(List<BasketRow> baskets) {
        return baskets.stream().map(BasketRow::id).toArray(Long[]::new);
    }

    private static List<BasketRow> withItems(List<BasketRow> baskets, List<Item> items) {
        Map<Long, List<Item>> lists = new HashMap<>(baskets.size() * 2);
        baskets.forEach(basket -> lists.put(basket.id(), basket.items()));
        items.forEach(item -> requireNonNull(lists.get(item.basketId())).add(item));
        baskets.forEach(basket -> basket.items().sort(BY_KEY));
        return baskets;
    }

    private static long sum(List<BasketRow> baskets) {
        long sum = 0;
        for (BasketRow basket : baskets) {
            sum += Checksums.basket(basket.id(), basket.owner(), basket.createdAt()) + Checksums.items(basket.items());
        }
        return sum;
    }
}
