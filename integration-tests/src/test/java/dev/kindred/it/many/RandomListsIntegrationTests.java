package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.OrphanedRowsException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ChunkOptions;
import dev.kindred.reactor.HasManyOperations;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReplacedRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/**
 * Random sequences of writes of a has-many relation against a model in memory. {@code -Dkindred.lists.writes} sets the
 * number of writes, and {@code -Dkindred.lists.seed} repeats a sequence.
 */
class RandomListsIntegrationTests {

    private static final int WRITES = Integer.getInteger("kindred.lists.writes", 200);
    private static final long SEED = Long.getLong("kindred.lists.seed", System.nanoTime());
    private static final Client CLIENT = new Client(1L, "one", "a", null, null, null);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Shop.TABLES).resetBefore(Shop.EMPTY, Shop.ROWS, "delete from lines");

    private final Random random = new Random(SEED);
    private final Map<Long, Order> model = new TreeMap<>();
    private ReactiveMapper mapper;
    private HasManyOperations<Client, Order> orders;
    private long orphans;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.newPool(1));
        orders = mapper.related(CLIENT, Client_.ORDERS);
        stored().forEach(order -> model.put(order.id(), order));
    }

    @Test
    @Timeout(3600)
    void theRowsOfTheParentAreThoseOfTheModel() {
        System.out.println("Random lists: seed " + SEED);
        for (int i = 0; i < WRITES; i++) {
            write();
            assertThat(stored())
                    .as("write %d of the seed %d", i, SEED)
                    .map(RandomListsIntegrationTests::text)
                    .isEqualTo(model.values().stream()
                            .map(RandomListsIntegrationTests::text)
                            .toList());
            assertThat(count("orders where client_id = 2")).isEqualTo(3);
            assertThat(count("orders where client_id is null"))
                    .as("seed %d", SEED)
                    .isEqualTo(orphans);
        }
    }

    private void write() {
        switch (random.nextInt(9)) {
            case 0 -> add(List.of(done(orders.create(fresh()))));
            case 1 -> add(done(orders.createAll(several(), chunks()).collectList()));
            case 2 -> add(done(orders.saveAll(mixed(), chunks()).collectList()));
            case 3 -> updateSome();
            case 4 -> deleteSome();
            case 5 -> findOrCreate();
            case 6 -> replace(OrphanPolicy.SET_NULL);
            case 7 -> refuse();
            default -> replace(OrphanPolicy.DELETE);
        }
    }

    /** A third of the writes is in a transaction. */
    private <T> T done(Mono<T> write) {
        return (random.nextInt(3) == 0 ? mapper.transactional(write) : write).block();
    }

    private Order fresh() {
        return order(null);
    }

    private Order order(Long id) {
        return new Order(id, null, null, "n" + random.nextInt(4), random.nextInt(3), random.nextInt(3), null, null);
    }

    private List<Order> several() {
        List<Order> several = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            several.add(fresh());
        }
        return several;
    }

    /** New rows, and present ones with and without a change. */
    private List<Order> mixed() {
        List<Order> mixed = several();
        for (Order order : model.values()) {
            if (random.nextInt(2) == 0) {
                mixed.add(random.nextInt(random.nextBoolean() ? mixed.size() + 1 : 1), changed(order));
            }
        }
        return mixed;
    }

    private Order changed(Order order) {
        return random.nextBoolean() ? order : order(order.id());
    }

    private ChunkOptions chunks() {
        ChunkOptions chunks = ChunkOptions.defaults().size(1 + random.nextInt(4));
        return random.nextBoolean() ? chunks.atomic() : chunks;
    }

    private void add(Collection<Order> written) {
        written.forEach(order -> model.put(order.id(), order));
    }

    private void updateSome() {
        int day = random.nextInt(3);
        int total = random.nextInt(3);
        Set<Long> matching = matching(day);
        assertThat(done(orders.update(Order_.DAY.eq(day), Order_.TOTAL.set(total))))
                .isEqualTo(matching.size());
        model.replaceAll((id, order) -> matching.contains(id)
                ? new Order(id, 1L, order.clientCode(), order.number(), day, total, null, null)
                : order);
    }

    private void deleteSome() {
        if (random.nextInt(8) == 0) {
            assertThat(done(orders.deleteAll())).isEqualTo(model.size());
            model.clear();
            return;
        }
        int day = random.nextInt(3);
        Set<Long> matching = matching(day);
        assertThat(done(orders.delete(Order_.DAY.eq(day)))).isEqualTo(matching.size());
        model.keySet().removeAll(matching);
    }

    private Set<Long> matching(int day) {
        Set<Long> ids = new HashSet<>();
        model.forEach((id, order) -> {
            if (order.day() == day) {
                ids.add(id);
            }
        });
        return ids;
    }

    private void findOrCreate() {
        String number = "n" + random.nextInt(8);
        boolean exists =
                model.values().stream().anyMatch(order -> order.number().equals(number));
        int before = model.size();
        Order found =
                done(orders.matching(Order_.NUMBER.set(number)).firstOrCreate(Order_.DAY.set(1), Order_.TOTAL.set(9)));
        assertThat(found.number()).isEqualTo(number);
        assertThat(model.containsKey(found.id())).isEqualTo(exists);
        model.put(found.id(), found);
        assertThat(model).hasSize(before + (exists ? 0 : 1));
    }

    private void replace(OrphanPolicy policy) {
        List<Order> wanted = mixed();
        ReplacedRows<Order> replaced = done(orders.replaceAll(wanted, policy));

        Set<Long> kept = new HashSet<>();
        List<Long> updated = new ArrayList<>();
        for (Order order : wanted) {
            if (order.id() != null) {
                kept.add(order.id());
                if (!text(order).equals(text(model.get(order.id())))) {
                    updated.add(order.id());
                }
            }
        }
        Set<Long> removed = new HashSet<>(model.keySet());
        removed.removeAll(kept);
        kept.removeAll(updated);
        assertThat(ids(replaced.updated())).containsExactlyInAnyOrderElementsOf(updated);
        assertThat(ids(replaced.unchanged())).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(ids(replaced.removed())).containsExactlyInAnyOrderElementsOf(removed);
        assertThat(replaced.added()).hasSize((int)
                wanted.stream().filter(order -> order.id() == null).count());
        model.keySet().removeAll(removed);
        orphans += policy == OrphanPolicy.SET_NULL ? removed.size() : 0;
        add(replaced.added());
        add(replaced.updated());
    }

    private void refuse() {
        List<Order> wanted = several();
        if (model.isEmpty()) {
            add(done(orders.replaceAll(wanted, OrphanPolicy.REFUSE)).added());
        } else {
            assertThatThrownBy(() -> done(orders.replaceAll(wanted, OrphanPolicy.REFUSE)))
                    .isInstanceOf(OrphanedRowsException.class);
        }
    }

    private static List<Long> ids(List<Order> orders) {
        return orders.stream().map(Order::id).toList();
    }

    private List<Order> stored() {
        return mapper.from(Order.class)
                .where(Order_.CLIENT_ID.eq(1L))
                .orderBy(Order_.ID.asc())
                .all()
                .collectList()
                .block();
    }

    private static String text(Order order) {
        return order.number() + "," + order.day() + "," + order.total() + "," + order.clientCode();
    }

    private static long count(String rows) {
        return database.postgres().queryLong("select count(*) from " + rows);
    }
}
