package dev.kindred.it.fault;

import dev.kindred.it.entity.Kennel;
import dev.kindred.it.entity.Kennel_;
import dev.kindred.it.many.Client;
import dev.kindred.it.many.Client_;
import dev.kindred.it.many.Order;
import dev.kindred.it.many.Order_;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.OrphanPolicy;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The swept operations on relations to many rows. */
final class ListOperations {

    private static final Client STORED = new Client(1L, "text 1", "text 1", null, null, null);
    private static final Order NEW = order(null);
    private static final Order CHANGED = order(1L);
    private static final ChunkOptions TWO = ChunkOptions.defaults().size(2);

    private ListOperations() {}

    private static Order order(Long id) {
        return new Order(id, 1L, "text 1", "changed", 1, 1, null, null);
    }

    static List<Operation> reads() {
        return List.of(
                Operation.of(
                        "handles of lists",
                        mapper -> mapper.from(Kennel.class).all().flatMap(Kennel::dogs)),
                Operation.of(
                        "handles of lists in a transaction",
                        mapper -> mapper.from(Kennel.class)
                                .all()
                                .flatMap(Kennel::dogs)
                                .as(mapper::transactional)),
                // The load of both lists stops after the first. The second list is read alone.
                Operation.of(
                                "long lists",
                                mapper -> mapper.from(Kennel.class).all().flatMap(Kennel::dogs))
                        .answered(sql -> sql.contains("\"kennel_id\" = $1") ? 0 : 2),
                Operation.of(
                        "preload of lists",
                        mapper ->
                                mapper.from(Kennel.class).preload(Kennel_.DOGS).all()),
                Operation.of(
                        "limited preload of lists",
                        mapper -> mapper.from(Kennel.class)
                                .preload(Kennel_.DOGS, dogs -> dogs.limitEach(1))
                                .all()),
                Operation.of(
                        "query of a list",
                        mapper -> mapper.related(Kennel.class, 1L, Kennel_.DOGS)
                                .query()
                                .all()));
    }

    static List<Operation> single() {
        return List.of(
                Operation.of(
                        "create in a list",
                        mapper -> mapper.related(STORED, Client_.ORDERS).create(Order_.NUMBER.set("x"))),
                Operation.of(
                        "save in a list",
                        mapper -> mapper.related(STORED, Client_.ORDERS).save(CHANGED)),
                Operation.of(
                                "first or create in a list",
                                mapper -> mapper.related(STORED, Client_.ORDERS)
                                        .matching(Order_.NUMBER.set("text 1"))
                                        .firstOrCreate(Order_.DAY.set(1)))
                        .answered("SELECT", 0, 1),
                Operation.of(
                        "update of a list",
                        mapper -> mapper.related(STORED, Client_.ORDERS).update(Order_.DAY.eq(1), Order_.TOTAL.set(2))),
                Operation.of(
                        "delete of a list",
                        mapper -> mapper.related(STORED, Client_.ORDERS).deleteAll()),
                Operation.of(
                        "list after its write",
                        mapper -> mapper.find(Client.class, 1L)
                                .flatMap(client -> mapper.related(client, Client_.ORDERS)
                                        .create(NEW)
                                        .then(Mono.defer(() -> client.orders().count())))
                                .as(mapper::transactional)));
    }

    static List<Operation> whole() {
        return List.of(
                Operation.of(
                                "create all of a list",
                                mapper ->
                                        mapper.related(STORED, Client_.ORDERS).createAll(Flux.just(NEW, NEW, NEW), TWO))
                        .answered("INSERT", 2, 1),
                Operation.of(
                                "create all of a list at once",
                                mapper -> mapper.related(STORED, Client_.ORDERS)
                                        .createAll(Flux.just(NEW, NEW, NEW), TWO.atomic()))
                        .answered("INSERT", 2, 1),
                Operation.of(
                        "save all of a list",
                        mapper -> mapper.related(STORED, Client_.ORDERS).saveAll(List.of(NEW, CHANGED))),
                Operation.of(
                        "replace all",
                        mapper -> mapper.related(STORED, Client_.ORDERS)
                                .replaceAll(List.of(NEW, CHANGED), OrphanPolicy.DELETE)),
                Operation.of(
                        "replace all and orphan in a transaction",
                        mapper -> mapper.related(STORED, Client_.ORDERS)
                                .replaceAll(List.of(NEW), OrphanPolicy.SET_NULL)
                                .as(mapper::transactional)),
                Operation.of(
                                "save with children",
                                mapper -> mapper.save(Client.of("new"), Client_.ORDERS.children(List.of(NEW, NEW))))
                        .answered("INSERT", 1, 2),
                Operation.of(
                                "insert all with lists",
                                mapper -> mapper.insertAll(
                                        Flux.range(0, 3).map(i -> Client.of("new")),
                                        Client_.ORDERS,
                                        client -> List.of(NEW, NEW),
                                        TWO))
                        .answered("INSERT", 2, 4, 1, 2));
    }
}
