package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Profile_;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedWrites;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which writes share a statement, and what each caller gets. */
@SuppressWarnings("try") // a lock is held during its block
class SharedWritesIntegrationTests {

    private static final int LANES = 2;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Schema.TABLES, Item.TABLE, Counter.TABLE)
            .resetBefore(Schema.EMPTY, Schema.users(20), Item.EMPTY, Item.ROWS, Counter.EMPTY, Counter.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private final ReactiveMapper mapper = Writes.sharing(database.newPool(4), recorder);

    private List<Integer> callers() {
        return Writes.callers(recorder.executions());
    }

    @Test
    void anIdleMapperSendsEachWriteAlone() {
        Item stored = mapper.insert(Item.of("new", 1)).block();
        Item changed = mapper.update(stored.withAmount(2)).block();
        mapper.delete(changed).block();

        assertThat(recorder.texts())
                .satisfiesExactly(
                        insert -> assertThat(insert)
                                .startsWith("INSERT INTO \"items\"")
                                .contains(" VALUES ("),
                        update -> assertThat(update).startsWith("UPDATE \"items\" SET "),
                        delete -> assertThat(delete).startsWith("DELETE FROM \"items\" WHERE "));
        assertThat(callers()).containsOnly(1);
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void insertsThatWaitShareOneStatement(RowFormat format) {
        ReactiveMapper formatted = Writes.sharing(format.newPool(database, 4), recorder);
        List<CompletableFuture<Item>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "items")) {
            for (int i = 0; i < 20; i++) {
                writes.add(formatted.insert(Item.of("new " + i, i)).toFuture());
            }
            assertThat(writes).noneMatch(CompletableFuture::isDone);
        }

        writes.forEach(CompletableFuture::join);
        assertThat(callers()).containsExactlyInAnyOrder(1, 1, 18);
        long before = 0;
        for (int i = 0; i < writes.size(); i++) {
            Item item = writes.get(i).join();
            assertThat(item.name()).isEqualTo("new " + i);
            assertThat(item.amount()).isEqualTo(i);
            assertThat(item.status()).isEqualTo("open");
            assertThat(item.version()).isZero();
            assertThat(formatted.get(Item.class, item.id()).block()).isEqualTo(item);
            if (i > LANES) {
                assertThat(item.id()).isGreaterThan(before);
            }
            before = item.id();
        }
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void updatesThatWaitShareOneStatement(RowFormat format) {
        ReactiveMapper formatted = Writes.sharing(format.newPool(database, 4), recorder);
        List<Item> items = formatted.from(Item.class).all().collectList().block();
        recorder.clear();
        List<CompletableFuture<Item>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "items")) {
            items.forEach(item -> writes.add(
                    formatted.update(item.withAmount(item.amount() + 100)).toFuture()));
        }

        for (int i = 0; i < writes.size(); i++) {
            Item item = writes.get(i).join();
            assertThat(item.id()).isEqualTo(items.get(i).id());
            assertThat(item.amount()).isEqualTo(items.get(i).amount() + 100);
            assertThat(item.version()).isEqualTo(1);
            assertThat(item.updatedAt()).isAfter(items.get(i).updatedAt());
        }
        assertThat(callers()).containsExactlyInAnyOrder(1, 1, 18);
        assertThat(formatted.from(Item.class).all().collectList().block())
                .containsExactlyInAnyOrderElementsOf(
                        writes.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void deletesThatWaitShareOneStatement() {
        List<CompletableFuture<Boolean>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "counters")) {
            for (long id = 15; id <= 24; id++) {
                writes.add(mapper.delete(new Counter(id, 0)).toFuture());
            }
        }

        assertThat(Writes.outcomes(writes))
                .containsExactly(true, true, true, true, true, true, false, false, false, false);
        assertThat(callers()).containsExactlyInAnyOrder(1, 1, 8);
        assertThat(mapper.from(Counter.class).count().block()).isEqualTo(14);
    }

    @Test
    void childrenThatWaitShareOneStatement() {
        List<User> users = mapper.from(User.class).all().collectList().block();
        recorder.clear();
        List<CompletableFuture<Profile>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "profiles")) {
            users.forEach(user -> writes.add(mapper.related(user, User_.PROFILE)
                    .create(Profile_.NAME.set("of " + user.id()))
                    .toFuture()));
        }

        for (int i = 0; i < writes.size(); i++) {
            Profile profile = writes.get(i).join();
            assertThat(profile.userId()).isEqualTo(users.get(i).id());
            assertThat(profile.name()).isEqualTo("of " + users.get(i).id());
            assertThat(profile.locale()).isEqualTo("en");
        }
        assertThat(callers()).containsExactlyInAnyOrder(1, 1, 18);
    }

    @Test
    void aPoolOfOneHasOneLane() {
        ReactiveMapper one = Writes.sharing(database.newPool(1), recorder);
        List<CompletableFuture<Item>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "items")) {
            for (int i = 0; i < 5; i++) {
                writes.add(one.insert(Item.of("new " + i, i)).toFuture());
            }
        }

        writes.forEach(write -> assertThat(write.join().id()).isGreaterThan(20));
        assertThat(callers()).containsExactly(1, 4);
    }

    @Test
    void missingAndStaleRowsConcernTheirCallersAlone() {
        Item stale = mapper.get(Item.class, 3L).block();
        mapper.update(stale.withAmount(50)).block();
        List<Item> items = mapper.from(Item.class).all().collectList().block();
        recorder.clear();
        List<CompletableFuture<?>> writes = new ArrayList<>();
        List<CompletableFuture<?>> counters = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "items, counters")) {
            writes.add(mapper.update(items.get(0).withAmount(7)).toFuture());
            writes.add(mapper.update(items.get(1).withAmount(7)).toFuture());
            writes.add(mapper.update(items.get(4).withAmount(7)).toFuture());
            writes.add(mapper.update(stale.withAmount(7)).toFuture());
            writes.add(mapper.update(items.get(5).withAmount(7)).toFuture());
            for (long id : new long[] {1, 2, 3, 99, 4}) {
                counters.add(mapper.update(new Counter(id, 5)).toFuture());
            }
        }

        assertThat(Writes.outcomes(writes).get(3)).isInstanceOf(StaleVersionException.class);
        assertThat(Writes.outcomes(writes)).filteredOn(Item.class::isInstance).hasSize(4);
        assertThat(Writes.outcomes(counters).get(3))
                .isInstanceOfSatisfying(
                        EntityNotFoundException.class,
                        error -> assertThat(error.key()).isEqualTo(99L));
        assertThat(Writes.outcomes(counters))
                .filteredOn(Counter.class::isInstance)
                .hasSize(4);
        assertThat(callers()).containsExactlyInAnyOrder(1, 1, 3, 1, 1, 3);
    }

    @Test
    void writesOfOneRowAreInDifferentStatementsInTheirOrder() {
        ReactiveMapper one = Writes.sharing(database.newPool(1), recorder);
        List<CompletableFuture<Counter>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "counters")) {
            writes.add(one.update(new Counter(1, 1)).toFuture());
            writes.add(one.update(new Counter(2, 1)).toFuture());
            writes.add(one.update(new Counter(3, 1)).toFuture());
            writes.add(one.update(new Counter(2, 2)).toFuture());
            writes.add(one.update(new Counter(4, 1)).toFuture());
            writes.add(one.update(new Counter(2, 3)).toFuture());
            writes.add(one.update(new Counter(3, 2)).toFuture());
        }

        assertThat(Writes.outcomes(writes))
                .containsExactly(
                        new Counter(1, 1),
                        new Counter(2, 1),
                        new Counter(3, 1),
                        new Counter(2, 2),
                        new Counter(4, 1),
                        new Counter(2, 3),
                        new Counter(3, 2));
        assertThat(callers()).containsExactly(1, 3, 2, 1);
        assertThat(one.get(Counter.class, 2).block().amount()).isEqualTo(3);
        assertThat(one.get(Counter.class, 3).block().amount()).isEqualTo(2);
    }

    /** The update of another shape keeps its place before the delete of the same row. */
    @Test
    void writesOfOtherShapesKeepTheOrderOfARow() {
        ReactiveMapper one = Writes.sharing(database.newPool(1), recorder);
        List<CompletableFuture<?>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "counters")) {
            writes.add(one.delete(new Counter(1, 0)).toFuture());
            writes.add(one.delete(new Counter(2, 0)).toFuture());
            writes.add(one.update(new Counter(3, 1)).toFuture());
            writes.add(one.delete(new Counter(3, 1)).toFuture());
            writes.add(one.delete(new Counter(4, 0)).toFuture());
        }

        assertThat(Writes.outcomes(writes)).containsExactly(true, true, new Counter(3, 1), true, true);
        assertThat(callers()).containsExactly(1, 2, 1, 1);
    }

    /** The lane that row 9 leaves takes row 10, but not row 3, which the other statement writes. */
    @Test
    void aRowOfARunningStatementWaitsForItsEnd() {
        List<CompletableFuture<Counter>> writes = new ArrayList<>();
        TableLock one = lockOfRow("users", 1);
        TableLock nine = lockOfRow("avatars", 9);
        try (TableLock four = lockOfRow("employees", 4)) {
            for (long id : new long[] {1, 9, 3, 4}) {
                writes.add(mapper.update(new Counter(id, 1)).toFuture());
            }
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == LANES);
            one.close();
            writes.get(0).join();
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == LANES);
            writes.add(mapper.update(new Counter(3, 2)).toFuture());
            writes.add(mapper.update(new Counter(10, 1)).toFuture());
            nine.close();
            Awaiting.until(writes.get(5)::isDone);
            assertThat(writes.get(4)).isNotDone();
            assertThat(Awaiting.waitingForLocks(database)).isEqualTo(1);
        }

        assertThat(Writes.outcomes(writes)).hasSize(6).allMatch(Counter.class::isInstance);
        assertThat(callers()).containsExactly(1, 1, 1, 2, 1);
        assertThat(mapper.get(Counter.class, 3).block().amount()).isEqualTo(2);
    }

    /** Locks a row of the counters, and another table. */
    private static TableLock lockOfRow(String table, long id) {
        TableLock lock = TableLock.on(database, table);
        lock.execute("select from counters where id = " + id + " for update");
        return lock;
    }

    @Test
    void writesInATransactionAreNotShared() {
        List<CompletableFuture<?>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "items")) {
            writes.add(mapper.insert(Item.of("a", 1)).toFuture());
            writes.add(mapper.insert(Item.of("b", 1)).toFuture());
            writes.add(mapper.transactional(two("c", "d")).toFuture());
            writes.add(mapper.requiresNew(two("e", "f")).toFuture());
        }

        assertThat(Writes.outcomes(writes)).noneMatch(Throwable.class::isInstance);
        assertThat(recorder.texts()).filteredOn(sql -> sql.startsWith("INSERT")).hasSize(6);
        assertThat(callers()).containsOnly(1);
    }

    private Mono<List<Item>> two(String one, String other) {
        return Flux.just(one, other)
                .flatMap(name -> mapper.insert(Item.of(name, 1)))
                .collectList();
    }

    @Test
    void withoutSharingEachWriteHasItsStatement() {
        ReactiveMapper plain =
                ReactiveMapper.builder(database.newPool(4)).listener(recorder).build();

        Flux.range(0, 20).flatMap(i -> plain.insert(Item.of("new " + i, i))).blockLast();

        assertThat(callers()).isEqualTo(Collections.nCopies(20, 1));
    }

    @Test
    void sharingNeedsAPoolOfThisLibrary() {
        assertThatThrownBy(() -> ReactiveMapper.builder(new PostgresqlConnectionFactory(
                                database.configuration().build()))
                        .sharedWrites(SharedWrites.WHEN_BUSY)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sharedWrites needs a pool of Connections");
    }

    @Test
    void theListenerHasTheContextOfTheCallerThatWaitedLongest() {
        List<String> callers = Collections.synchronizedList(new ArrayList<>());
        ReactiveMapper traced = Writes.sharing(database.newPool(1), new TracingListener(callers));
        List<CompletableFuture<Item>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "items")) {
            for (int id = 1; id <= 5; id++) {
                String name = "caller " + id;
                writes.add(traced.insert(Item.of(name, id))
                        .contextWrite(context -> context.put("trace", name))
                        .toFuture());
            }
        }
        writes.forEach(CompletableFuture::join);

        assertThat(callers).containsExactly("caller 1 of 1", "caller 2 of 4");
    }
}
