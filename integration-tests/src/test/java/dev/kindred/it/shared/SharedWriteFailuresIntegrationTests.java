package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.error.CheckViolationException;
import dev.kindred.error.ConnectionException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.MappingException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Failures and cancels of shared writes concern the callers that they should. */
@SuppressWarnings("try") // a lock is held during its block
class SharedWriteFailuresIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Item.TABLE,
                    Counter.TABLE,
                    "create table parts (id bigint primary key, item_id bigint not null references items (id)"
                            + " deferrable initially deferred)",
                    """
                    create function refuse() returns trigger language plpgsql as $$ begin
                        if new.name like 'suppressed%' then return null; end if;
                        return new; end $$;
                    create trigger refuse before insert or update on items for each row execute function refuse();
                    """)
            .resetBefore("truncate items, parts restart identity", Item.ROWS, Counter.EMPTY, Counter.ROWS);

    private final StatementRecorder recorder = new StatementRecorder();
    private final ReactiveMapper mapper = Writes.sharing(database.newPool(4), recorder);
    private final ReactiveMapper one = Writes.sharing(database.newPool(1), recorder);

    /** Its foreign key is checked at the commit. */
    @Table("parts")
    record Part(@Id long id, long itemId) {}

    /** The constructor refuses one row. */
    @Table("counters")
    record Checked(@Id long id, int amount) {

        Checked {
            if (amount == 13) {
                throw new IllegalArgumentException("13");
            }
        }

        static Checked stored(long id) {
            return new Checked(id, 1);
        }
    }

    /** The same table with another column name, which does not exist. */
    @Table("counters")
    record Renamed(@Id long id, @Column("absent") int amount) {}

    private List<CompletableFuture<Item>> inserts(ReactiveMapper writer, Item... items) {
        List<CompletableFuture<Item>> writes = new ArrayList<>();
        for (Item item : items) {
            writes.add(writer.insert(item).toFuture());
        }
        return writes;
    }

    @Test
    void eachRefusedWriteHasItsOwnErrorAndTheOthersAreStored() {
        List<CompletableFuture<Item>> writes;
        try (TableLock lock = TableLock.on(database, "items")) {
            writes = inserts(
                    one,
                    Item.of("a", 1),
                    Item.of("b", 1),
                    Item.of("item 7", 1),
                    Item.of("c", -1),
                    Item.of("d", 1),
                    Item.of("b", 2));
        }

        List<Object> outcomes = Writes.outcomes(writes);
        assertThat(outcomes.get(2)).isInstanceOf(UniqueViolationException.class);
        assertThat(outcomes.get(3)).isInstanceOf(CheckViolationException.class);
        assertThat(((CheckViolationException) outcomes.get(3)).sql()).contains(" VALUES (");
        assertThat(outcomes)
                .filteredOn(UniqueViolationException.class::isInstance)
                .hasSize(2);
        assertThat(outcomes).filteredOn(Item.class::isInstance).hasSize(3);
        assertThat(Writes.callers(recorder.executions())).containsExactly(1, 5, 1, 1, 1, 1, 1);
        assertThat(recorder.executions().get(1).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(one.from(Item.class).count().block()).isEqualTo(23);
    }

    @Test
    void aConstraintThatIsCheckedAtTheCommitFailsItsWriteAlone() {
        List<CompletableFuture<Part>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "parts")) {
            for (long id = 1; id <= 5; id++) {
                writes.add(one.insert(new Part(id, id == 3 ? 99 : id)).toFuture());
            }
        }

        List<Object> outcomes = Writes.outcomes(writes);
        assertThat(outcomes.get(2)).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(outcomes).filteredOn(Part.class::isInstance).hasSize(4);
        assertThat(one.from(Part.class).count().block()).isEqualTo(4);
    }

    @Test
    void aRowThatATriggerSuppressesFailsItsWriteAlone() {
        List<CompletableFuture<Item>> writes;
        try (TableLock lock = TableLock.on(database, "items")) {
            writes = inserts(
                    one, Item.of("a", 1), Item.of("b", 1), Item.of("suppressed", 1), Item.of("c", 1), Item.of("d", 1));
        }

        List<Object> outcomes = Writes.outcomes(writes);
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(
                        MappingException.class, error -> assertThat(error).hasMessageContaining("stored no row"));
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Item.class, item -> assertThat(item.name()).isEqualTo("b"));
        assertThat(outcomes.get(4))
                .isInstanceOfSatisfying(
                        Item.class, item -> assertThat(item.name()).isEqualTo("d"));
        assertThat(one.from(Item.class).count().block()).isEqualTo(24);
    }

    @Test
    void suppressedRowsOnlyAreErrorsOfEach() {
        List<CompletableFuture<Item>> writes;
        try (TableLock lock = TableLock.on(database, "items")) {
            writes = inserts(one, Item.of("a", 1), Item.of("suppressed 1", 1), Item.of("suppressed 2", 1));
        }

        assertThat(Writes.outcomes(writes).subList(1, 3)).allMatch(MappingException.class::isInstance);
        Writes.haveDifferentInstances(Writes.outcomes(writes));
    }

    @Test
    void aRowThatCannotBeMappedFailsItsCallerAloneAndIsStored() {
        database.postgres()
                .execute("create function thirteen() returns trigger language plpgsql as $$ begin"
                        + " if new.id = 3 then new.amount := 13; end if; return new; end $$;"
                        + " create trigger thirteen before update on counters for each row execute"
                        + " function thirteen()");
        try {
            List<CompletableFuture<Checked>> writes = new ArrayList<>();
            try (TableLock lock = TableLock.on(database, "counters")) {
                for (long id = 1; id <= 5; id++) {
                    writes.add(one.update(Checked.stored(id)).toFuture());
                }
            }

            List<Object> outcomes = Writes.outcomes(writes);
            assertThat(outcomes.get(2)).isInstanceOf(MappingException.class);
            assertThat(outcomes).filteredOn(Checked.class::isInstance).hasSize(4);
            assertThat(Writes.callers(recorder.executions())).containsExactly(1, 4);
            assertThat(one.get(Counter.class, 3).block().amount()).isEqualTo(13);
        } finally {
            database.postgres().execute("drop trigger thirteen on counters; drop function thirteen()");
        }
    }

    @Test
    void aStatementThatIsRefusedForAllFailsEachAlone() {
        List<CompletableFuture<Renamed>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "counters")) {
            for (long id = 1; id <= 4; id++) {
                writes.add(one.insert(new Renamed(50 + id, 1)).toFuture());
            }
        }

        Writes.haveDifferentInstances(Writes.outcomes(writes));
        assertThat(Writes.outcomes(writes)).allMatch(Throwable.class::isInstance);
        assertThat(Writes.callers(recorder.executions()).stream().mapToInt(callers -> callers))
                .contains(3)
                .hasSize(5);
    }

    @Test
    void aLostConnectionMakesTheOutcomeOfEachUnknown() {
        database.expectBrokenSockets();
        TableLock lock = TableLock.on(database, "items");
        List<CompletableFuture<Item>> writes = inserts(one, Item.of("a", 1), Item.of("b", 1), Item.of("c", 1));
        try (TableLock next = Writes.lockAfter(database, "items", lock, 1)) {
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == 1);
            database.postgres()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                            + " current_database() and wait_event_type = 'Lock'");
            List<Object> lost = Writes.outcomes(writes.subList(1, 3));
            assertThat(lost).allMatch(error -> error instanceof ConnectionException broken && !broken.isRepeatable());
            Writes.haveDifferentInstances(lost);
        }

        assertThat(writes.get(0).join().name()).isEqualTo("a");
        assertThat(one.from(Item.class).count().block()).isEqualTo(21);
        assertThat(recorder.texts()).filteredOn(sql -> sql.contains("INSERT")).hasSize(2);
    }

    @Test
    void theTimeLimitOfTheServerFailsAllCallers() {
        ReactiveMapper limited = Writes.sharing(
                database.watch(database.poolBuilder()
                        .maxSize(1)
                        .statementTimeout(Duration.ofMillis(300))
                        .build()),
                recorder);
        List<CompletableFuture<Item>> writes;
        try (TableLock lock = TableLock.on(database, "items")) {
            writes = inserts(limited, Item.of("a", 1), Item.of("b", 1), Item.of("c", 1));
            assertThat(Writes.outcomes(writes)).allMatch(StatementTimeoutException.class::isInstance);
            Writes.haveDifferentInstances(Writes.outcomes(writes));
        }

        assertThat(limited.from(Item.class).count().block()).isEqualTo(20);
        assertThat(recorder.texts()).filteredOn(sql -> sql.contains("INSERT")).hasSize(2);
    }

    @Test
    void eachWaitingCallerHasItsOwnAcquireTimeout() {
        ConnectionPool pool = database.watch(database.poolBuilder()
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .build());
        Mono.from(DatabaseExtension.acquire(pool).close()).block();
        ReactiveMapper hasty = Writes.sharing(pool, recorder);
        List<CompletableFuture<Item>> writes;
        try (TableLock lock = TableLock.on(database, "items")) {
            writes = inserts(hasty, Item.of("a", 1), Item.of("b", 1), Item.of("c", 1));
            List<Object> expired = Writes.outcomes(writes.subList(1, 3));
            assertThat(expired).allMatch(PoolTimeoutException.class::isInstance);
            Writes.haveDifferentInstances(expired);
            assertThat(writes.get(0)).isNotDone();
        }

        writes.get(0).join();
        assertThat(hasty.from(Item.class).count().block()).isEqualTo(21);
    }

    @Test
    void aCallerThatLeavesBeforeTheStartTakesItsRowAlong() {
        CompletableFuture<Item> stays;
        try (TableLock lock = TableLock.on(database, "items")) {
            inserts(one, Item.of("a", 1));
            Disposable leaves = one.insert(Item.of("b", 1)).subscribe();
            stays = one.insert(Item.of("c", 1)).toFuture();
            leaves.dispose();
        }

        assertThat(stays.join().name()).isEqualTo("c");
        assertThat(Writes.callers(recorder.executions())).containsExactly(1, 1);
        assertThat(one.from(Item.class).count().block()).isEqualTo(22);
    }

    @Test
    void aCallerThatLeavesAfterTheStartLetsTheOthersGoOn() {
        TableLock lock = TableLock.on(database, "items");
        List<CompletableFuture<Item>> first = inserts(one, Item.of("a", 1));
        Disposable leaves = one.insert(Item.of("b", 1)).subscribe();
        CompletableFuture<Item> stays = one.insert(Item.of("c", 1)).toFuture();
        try (TableLock next = Writes.lockAfter(database, "items", lock, 1)) {
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == 1);
            leaves.dispose();
            assertThat(stays).isNotDone();
        }

        assertThat(first.get(0).join().name()).isEqualTo("a");
        assertThat(stays.join().name()).isEqualTo("c");
        assertThat(Writes.callers(recorder.executions())).containsExactly(1, 2);
        assertThat(one.from(Item.class).count().block()).isEqualTo(23);
    }

    @Test
    void theLastCallerThatLeavesCancelsTheStatement() {
        TableLock lock = TableLock.on(database, "items");
        List<CompletableFuture<Item>> first = inserts(one, Item.of("a", 1));
        Disposable some = one.insert(Item.of("b", 1)).subscribe();
        Disposable other = one.insert(Item.of("c", 1)).subscribe();
        try (TableLock next = Writes.lockAfter(database, "items", lock, 1)) {
            first.get(0).join();
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == 1);
            some.dispose();
            other.dispose();
            Awaiting.until(() -> recorder.count() == 2);
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == 0);
        }

        assertThat(recorder.executions().get(1).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(one.from(Item.class).count().block()).isEqualTo(21);
    }

    @Test
    void whatASubscriberThrowsReachesNoOtherCaller() {
        database.expectDroppedErrors();
        List<CompletableFuture<Item>> writes = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "items")) {
            writes.addAll(inserts(mapper, Item.of("a", 1), Item.of("b", 1), Item.of("c", 1)));
            mapper.insert(Item.of("d", 1)).subscribe(item -> {
                throw new IllegalStateException("thrown by a subscriber");
            });
            writes.addAll(inserts(mapper, Item.of("e", 1)));
        }

        assertThat(Writes.outcomes(writes)).allMatch(Item.class::isInstance);
        assertThat(Mono.fromFuture(writes.get(3)).block().name()).isEqualTo("e");
    }
}
