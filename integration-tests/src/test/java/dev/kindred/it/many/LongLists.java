package dev.kindred.it.many;

import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A program for a small heap and a pool of one connection. It streams all clients with their orders, then reads long
 * lists through handles, then preloads them, and prints the results.
 */
final class LongLists {

    private final ReactiveMapper mapper;

    private LongLists(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    public static void main(String[] arguments) {
        // a new JVM on a busy machine is slow to open its first connection
        ConnectionPool pool = Connections.builder(arguments[0])
                .maxSize(1)
                .connectTimeout(Duration.ofMinutes(1))
                .acquireTimeout(Duration.ofMinutes(1))
                .build();
        LongLists lists = new LongLists(ReactiveMapper.create(pool));
        lists.stream();
        lists.handles();
        lists.preload();
        int acquired = pool.getMetrics().orElseThrow().acquiredSize();
        pool.disposeLater().block();
        System.out.println(acquired + " connections kept");
    }

    private void stream() {
        long[] parents = new long[1];
        Long rows = mapper.from(Client.class).preload(Client_.ORDERS).stream()
                .doOnNext(client -> parents[0]++)
                .map(client -> Relations.stateOf(client.orders()).getOrNull().size())
                .reduce(0L, (sum, size) -> sum + size)
                .block();
        System.out.println("streamed " + parents[0] + " parents with " + rows + " rows");
    }

    private void handles() {
        List<Client> clients = mapper.from(Client.class)
                .where(Client_.CODE.isNotNull())
                .orderBy(Client_.ID.asc())
                .all()
                .collectList()
                .block();
        Long one = clients.get(999).coded().count().block();
        long remembered = clients.stream()
                .filter(client -> Relations.stateOf(client.coded()).isLoaded())
                .count();
        System.out.println("one list has " + one + " rows, " + remembered + " lists are remembered");
        Long all = Flux.fromIterable(clients).concatMap(Client::coded).count().block();
        System.out.println("all lists have " + all + " rows");
    }

    private void preload() {
        System.out.println(mapper.from(Client.class)
                .where(Client_.CODE.isNotNull())
                .preload(Client_.CODED)
                .all()
                .count()
                .map(String::valueOf)
                .onErrorResume(failure -> Mono.just(failure.toString()))
                .block());
    }
}
