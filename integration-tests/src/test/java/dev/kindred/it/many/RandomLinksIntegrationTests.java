package dev.kindred.it.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.model.EntityColumn;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.ManyToManyOperations;
import dev.kindred.reactor.PivotOperations;
import dev.kindred.reactor.ReactiveMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/**
 * Random sequences of writes against a model in memory. {@code -Dkindred.links.writes} sets the number of writes of
 * each relation, and {@code -Dkindred.links.seed} repeats a sequence.
 */
class RandomLinksIntegrationTests {

    private static final int WRITES = Integer.getInteger("kindred.links.writes", 150);
    private static final long SEED = Long.getLong("kindred.links.seed", System.nanoTime());
    private static final int KEYS = 7;

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Club.TABLES).resetBefore(Club.EMPTY, Club.ROWS);

    private final Random random = new Random(SEED);
    private ReactiveMapper mapper;
    private Account one;

    @BeforeEach
    void mapper() {
        mapper = ReactiveMapper.create(database.newPool(1));
        one = mapper.get(Account.class, 1L).block();
        // Squad 8 is closed, so its pairs are hidden.
        database.postgres()
                .execute("insert into seats (account_id, squad_id, role) values (1, 8, 'hidden');"
                        + " insert into visits (account_id, squad_id, note) values (1, 8, 'hidden')");
    }

    @Test
    void aTableOfPairs() {
        LinkModel model = new LinkModel(null, false);
        run(() -> write(mapper.related(one, Account_.BADGES), model), model, "badge_id as key, null", "account_badge");
    }

    @Test
    void aTableWithoutAnIndex() {
        LinkModel model = new LinkModel(null, false);
        run(() -> write(mapper.related(one, Account_.LOOSE), model), model, "badge_id as key, null", "loose_badge");
    }

    @Test
    void aPivotWithValues() {
        LinkModel model = new LinkModel("member", false);
        run(
                () -> write(mapper.related(one, Account_.SQUADS), Seat_.ROLE, model),
                model,
                "squad_id as key, role",
                "seats where squad_id < 8");
        assertThat(count("seats where account_id = 1 and role = 'hidden'")).isEqualTo(1);
    }

    @Test
    void aPivotWithSoftDeletes() {
        LinkModel model = new LinkModel(null, true);
        run(
                () -> write(mapper.related(one, Account_.VISITED), Visit_.NOTE, model),
                model,
                "squad_id as key, note",
                "visits where left_at is null and squad_id < 8");
        assertThat(count("visits where account_id = 1 and note = 'hidden'")).isEqualTo(1);
    }

    private static long count(String rows) {
        return database.postgres().queryLong("select count(*) from " + rows);
    }

    private void run(Step step, LinkModel model, String columns, String rows) {
        String parent = rows.contains("where") ? " and account_id = 1" : " where account_id = 1";
        long others = count(rows.replaceAll(" where.*", "") + " where account_id = 2");
        for (int i = 0; i < WRITES; i++) {
            step.run();
            Map<Long, @Nullable String> stored = new TreeMap<>();
            mapper.sql("select " + columns + "::text as value from " + rows + parent)
                    .map(row -> stored.put(row.get("key", Long.class), row.getOrNull("value", String.class)) == null)
                    .all()
                    .collectList()
                    .block();
            assertThat(stored).as("write %d of the seed %d", i, SEED).isEqualTo(model.pairs());
        }
        assertThat(count(rows.replaceAll(" where.*", "") + " where account_id = 2"))
                .isEqualTo(others);
    }

    private List<Long> keys() {
        List<Long> keys = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            long key = 1L + random.nextInt(KEYS);
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Map<Long, @Nullable String> unvalued(List<Long> keys) {
        Map<Long, @Nullable String> wanted = new LinkedHashMap<>();
        keys.forEach(key -> wanted.put(key, null));
        return wanted;
    }

    private void write(ManyToManyOperations<?> links, LinkModel model) {
        List<Long> keys = keys();
        switch (random.nextInt(6)) {
            case 0 -> check(links.attachKeys(keys), model.attach(unvalued(keys), false));
            case 1 -> check(links.detachKeys(keys), model.detach(keys));
            case 2 -> check(links.syncKeys(keys), model.sync(unvalued(keys), false, true));
            case 3 -> check(links.syncKeysWithoutDetaching(keys), model.sync(unvalued(keys), false, false));
            case 4 -> check(links.toggleKeys(keys), model.toggle(keys));
            default -> {
                if (random.nextInt(4) == 0) {
                    check(
                            links.detachAll(),
                            model.detach(List.copyOf(model.pairs().keySet())));
                }
            }
        }
    }

    private <R, P> void write(PivotOperations<R, P> links, EntityColumn<P, String> column, LinkModel model) {
        if (random.nextBoolean()) {
            write(links, model);
            return;
        }
        Map<Long, @Nullable String> wanted = new LinkedHashMap<>();
        List<Link<R, P>> given = new ArrayList<>();
        for (Long key : keys()) {
            String value = "value " + random.nextInt(3);
            wanted.put(key, value);
            given.add(Link.toKey(key, column.set(value)));
        }
        switch (random.nextInt(4)) {
            case 0 -> check(links.attachLinks(given), model.attach(wanted, true));
            case 1 -> check(links.syncLinks(given), model.sync(wanted, true, true));
            case 2 -> check(links.syncLinksWithoutDetaching(given), model.sync(wanted, true, false));
            default -> {
                long key = 1L + random.nextInt(KEYS);
                check(links.updatePivot(key, column.set("updated")), model.update(key, "updated"));
            }
        }
    }

    private void check(Mono<LinkChanges> write, LinkChanges expected) {
        LinkChanges changes = (random.nextInt(3) == 0 ? mapper.transactional(write) : write).block();

        assertThat(changes.attached()).as("seed %d", SEED).isEqualTo(expected.attached());
        assertThat(changes.updated()).as("seed %d", SEED).isEqualTo(expected.updated());
        assertThat(changes.unchanged()).as("seed %d", SEED).isEqualTo(expected.unchanged());
        assertThat(changes.detached()).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(expected.detached());
    }

    /** One write of the relation and of the model. */
    private interface Step {

        void run();
    }
}
