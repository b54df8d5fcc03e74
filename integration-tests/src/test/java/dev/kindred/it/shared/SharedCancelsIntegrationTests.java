package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.PoolTimeoutException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Callers that leave, never ask, or wait too long. */
@SuppressWarnings("try") // a lock is held during its block
class SharedCancelsIntegrationTests {

    private static final String ALONE = "SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = $1";
    private static final String SHARED = "SELECT \"id\", \"email\" FROM \"users\" WHERE \"id\" = ANY($1)";

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();
    private ReactiveMapper mapper = sharing(4);

    private ReactiveMapper sharing(int connections) {
        return ReactiveMapper.builder(database.newPool(connections))
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
    }

    private CompletableFuture<User> find(Object id) {
        return mapper.find(User.class, id).toFuture();
    }

    /** Reads that take all lanes. */
    private List<CompletableFuture<User>> lanes() {
        return List.of(find(1L), find(2L));
    }

    @Test
    void aCallerThatLeavesBeforeTheStartTakesItsKeyAlong() {
        CompletableFuture<User> stays;
        try (TableLock lock = TableLock.on(database, "users")) {
            lanes();
            Disposable leaves = mapper.find(User.class, 2L).subscribe();
            stays = find(3L);
            leaves.dispose();
        }

        assertThat(stays.join().id()).isEqualTo(3);
        Awaiting.until(() -> recorder.count() == 3);
        assertThat(recorder.executions()).allMatch(each -> each.callers() == 1 && each.rows() == 1);
        assertThat(recorder.texts()).doesNotContain(SHARED);
    }

    @Test
    void noStatementIsSentIfAllWaitingCallersLeave() {
        List<CompletableFuture<User>> first;
        try (TableLock lock = TableLock.on(database, "users")) {
            first = List.of(find(1L), find(2L));
            Disposable one = mapper.find(User.class, 3L).subscribe();
            Disposable other = mapper.find(User.class, 4L).subscribe();
            one.dispose();
            other.dispose();
        }
        first.forEach(CompletableFuture::join);

        assertThat(find(5L).join().id()).isEqualTo(5);
        assertThat(recorder.texts()).containsExactly(ALONE, ALONE, ALONE);
    }

    /** The first lock holds the lanes, the second the shared statement. */
    @Test
    void aCallerThatLeavesAfterTheStartLetsTheOthersGoOn() {
        TableLock lock = TableLock.on(database, "users");
        List<CompletableFuture<User>> first = List.of(find(1L), find(2L));
        Disposable leaves = mapper.find(User.class, 3L).subscribe();
        CompletableFuture<User> stays = find(4L);
        try (TableLock next = lockAfter(lock, first)) {
            leaves.dispose();
            assertThat(stays).isNotDone();
        }

        assertThat(stays.join().id()).isEqualTo(4);
        assertThat(recorder.executions())
                .filteredOn(each -> each.sql().equals(SHARED))
                .singleElement()
                .matches(each -> each.callers() == 2 && each.outcome() == Outcome.COMPLETED);
    }

    @Test
    void theLastCallerThatLeavesCancelsTheStatement() {
        TableLock lock = TableLock.on(database, "users");
        List<CompletableFuture<User>> first = List.of(find(1L), find(2L));
        Disposable one = mapper.find(User.class, 3L).subscribe();
        Disposable other = mapper.find(User.class, 4L).subscribe();
        try (TableLock next = lockAfter(lock, first)) {
            one.dispose();
            other.dispose();
            Awaiting.until(() -> recorder.count() == 3);
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == 0);
        }

        assertThat(recorder.executions())
                .filteredOn(each -> each.sql().equals(SHARED))
                .singleElement()
                .matches(each -> each.outcome() == Outcome.CANCELLED);
        assertThat(find(5L).join().id()).isEqualTo(5);
    }

    /**
     * Takes the lock after {@code first}, and lets {@code lock} go. The queue of the server is fair: the next statement
     * comes after the new lock.
     */
    private static TableLock lockAfter(TableLock lock, List<CompletableFuture<User>> first) {
        Awaiting.until(() -> Awaiting.waitingForLocks(database) == first.size());
        CompletableFuture<TableLock> next = CompletableFuture.supplyAsync(() -> TableLock.on(database, "users"));
        Awaiting.until(() -> Awaiting.waitingForLocks(database) == first.size() + 1);
        lock.close();
        first.forEach(CompletableFuture::join);
        TableLock taken = next.join();
        Awaiting.until(() -> Awaiting.waitingForLocks(database) == 1);
        return taken;
    }

    @Test
    void aReadThatIsNotRequestedHoldsNothing() {
        mapper.find(User.class, 1L).subscribe(new Unwanting());
        mapper.find(User.class, 1L).subscribe(new Unwanting());
        mapper.find(User.class, 1L).subscribe(new Unwanting());

        assertThat(find(1L).join().id()).isEqualTo(1);
        assertThat(recorder.texts()).containsExactly(ALONE);
    }

    @Test
    void eachWaitingCallerHasItsOwnAcquireTimeout() {
        ConnectionPool pool = database.watch(database.poolBuilder()
                .maxSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .build());
        Mono.from(DatabaseExtension.acquire(pool).close()).block();
        mapper = ReactiveMapper.builder(pool)
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
        CompletableFuture<User> first;
        try (TableLock lock = TableLock.on(database, "users")) {
            first = find(1L);
            List<CompletableFuture<User>> expired = List.of(find(2L), find(3L));
            List<Throwable> errors = expired.stream()
                    .map(read -> read.handle((user, error) -> error).join())
                    .toList();
            assertThat(errors).allMatch(PoolTimeoutException.class::isInstance);
            assertThat(errors.get(0)).isNotSameAs(errors.get(1));
            assertThat(first).isNotDone();
        }

        assertThat(first.join().id()).isEqualTo(1);
        assertThat(find(4L).join().id()).isEqualTo(4);
        assertThat(recorder.texts()).containsExactly(ALONE, ALONE);
    }
}
