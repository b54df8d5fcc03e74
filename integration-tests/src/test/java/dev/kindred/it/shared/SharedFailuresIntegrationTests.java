package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.error.ConnectionException;
import dev.kindred.error.DataException;
import dev.kindred.error.MappingException;
import dev.kindred.error.StatementException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Failures of shared statements concern the callers that they should. */
@SuppressWarnings("try") // a lock is held during its block
class SharedFailuresIntegrationTests {

    private static final int LANES = 2;

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(
                    Schema.TABLES, "create view quotients as select id, 100 / (id - 7) as quotient from users")
            .resetBefore(Schema.EMPTY, Schema.users(20));

    private final StatementRecorder recorder = new StatementRecorder();

    /** The quotient of the row 7 is a division by zero. */
    @Table("quotients")
    record Quotient(@Id long id, long quotient) {}

    /** The constructor refuses one row. */
    @Table("users")
    record Checked(@Id long id, String email) {

        Checked {
            if (email.startsWith("user5@")) {
                throw new IllegalArgumentException(email);
            }
        }
    }

    private ReactiveMapper sharing(ConnectionPool pool) {
        return ReactiveMapper.builder(pool)
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
    }

    private <E> List<CompletableFuture<E>> reads(ReactiveMapper mapper, Class<E> type, long... ids) {
        List<CompletableFuture<E>> reads = new ArrayList<>();
        LongStream.of(ids).forEach(id -> reads.add(mapper.find(type, id).toFuture()));
        return reads;
    }

    private static List<Throwable> errors(List<? extends CompletableFuture<?>> reads) {
        List<Throwable> errors = new ArrayList<>();
        reads.forEach(read -> errors.add(read.handle((value, error) -> error == null ? new NoError() : error)
                .join()));
        return errors;
    }

    /** The outcome of a read that succeeds. */
    private static final class NoError extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private static void haveDifferentInstances(List<Throwable> errors) {
        Set<Throwable> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        instances.addAll(errors);
        assertThat(instances).hasSize(errors.size());
    }

    @Test
    void aRefusedStatementFailsEachCallerWithItsOwnError() {
        ReactiveMapper mapper = sharing(database.newPool(4));
        mapper.find(User.class, 1L).block();
        List<CompletableFuture<User>> reads;
        try (TableLock lock = TableLock.on(database, "users")) {
            reads = reads(mapper, User.class, 1, 2, 3, 4, 5);
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == LANES);
            lock.execute("alter table users rename column email to mail");
        }
        try {
            List<Throwable> errors = errors(reads);
            assertThat(errors).allMatch(StatementException.class::isInstance);
            haveDifferentInstances(errors.subList(LANES, 5));
            assertThat(errors.subList(LANES, 5))
                    .extracting(error -> ((StatementException) error).sqlState())
                    .containsOnly("42703");
        } finally {
            database.postgres().execute("alter table users rename column mail to email");
        }
    }

    @Test
    void aValueThatFailsTheStatementSplitsItOnce() {
        ReactiveMapper mapper = sharing(database.newPool(4));
        List<CompletableFuture<Quotient>> reads;
        try (TableLock lock = TableLock.on(database, "users")) {
            reads = reads(mapper, Quotient.class, 1, 2, 3, 4, 5, 6, 7, 8);
        }

        List<Throwable> errors = errors(reads);
        assertThat(errors.subList(0, 5)).allMatch(NoError.class::isInstance);
        assertThat(errors.subList(5, 8)).allMatch(DataException.class::isInstance);
        haveDifferentInstances(errors);
        assertThat(recorder.count()).isEqualTo(LANES + 3);
    }

    @Test
    void aValueThatFailsTheStatementOfOneCallerIsNotSentAgain() {
        ReactiveMapper mapper = sharing(database.newPool(4));
        List<CompletableFuture<Quotient>> reads;
        try (TableLock lock = TableLock.on(database, "users")) {
            reads = reads(mapper, Quotient.class, 1, 2, 7);
        }

        assertThat(errors(reads).get(2)).isInstanceOf(DataException.class);
        assertThat(recorder.count()).isEqualTo(LANES + 1);
    }

    @Test
    void aRowThatCannotBeMappedFailsItsCallersAlone() {
        ReactiveMapper mapper = sharing(database.newPool(4));
        List<CompletableFuture<Checked>> reads;
        try (TableLock lock = TableLock.on(database, "users")) {
            reads = reads(mapper, Checked.class, 1, 2, 4, 5, 5, 6);
        }

        List<Throwable> errors = errors(reads);
        assertThat(errors.subList(3, 5))
                .allMatch(error ->
                        error instanceof MappingException && !error.getMessage().contains("user5@"));
        haveDifferentInstances(errors);
        assertThat(errors).filteredOn(NoError.class::isInstance).hasSize(4);
        assertThat(recorder.count()).isEqualTo(LANES + 1);
    }

    @Test
    void theTimeLimitOfTheServerFailsAllCallers() {
        ReactiveMapper mapper = sharing(database.watch(database.poolBuilder()
                .maxSize(1)
                .statementTimeout(Duration.ofSeconds(1))
                .build()));
        List<CompletableFuture<User>> reads;
        try (TableLock lock = TableLock.on(database, "users")) {
            reads = reads(mapper, User.class, 1, 2, 3);
            List<Throwable> errors = errors(reads);
            assertThat(errors).allMatch(StatementTimeoutException.class::isInstance);
            haveDifferentInstances(errors);
        }

        assertThat(mapper.find(User.class, 1L).block()).isNotNull();
        assertThat(recorder.texts()).filteredOn(sql -> sql.startsWith("SELECT")).hasSize(3);
    }

    @Test
    void aLostConnectionFailsTheCallersOfItsStatement() {
        database.expectBrokenSockets();
        ReactiveMapper mapper = sharing(database.newPool(1));
        TableLock lock = TableLock.on(database, "users");
        CompletableFuture<User> first = reads(mapper, User.class, 1).get(0);
        List<CompletableFuture<User>> reads = reads(mapper, User.class, 2, 3);
        Awaiting.until(() -> Awaiting.waitingForLocks(database) == 1);
        CompletableFuture<TableLock> next = CompletableFuture.supplyAsync(() -> TableLock.on(database, "users"));
        Awaiting.until(() -> Awaiting.waitingForLocks(database) == 2);
        lock.close();
        try (TableLock second = next.join()) {
            first.join();
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == 1);
            database.postgres()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                            + " current_database() and wait_event_type = 'Lock'");
            List<Throwable> errors = errors(reads);
            assertThat(errors).allMatch(ConnectionException.class::isInstance);
            haveDifferentInstances(errors);
        }

        assertThat(mapper.find(User.class, 4L).block().id()).isEqualTo(4);
    }

    @Test
    void aClosedPoolFailsAllCallers() {
        ConnectionPool pool = database.poolBuilder().maxSize(1).build();
        ReactiveMapper mapper = sharing(pool);
        List<CompletableFuture<User>> reads;
        try (TableLock lock = TableLock.on(database, "users")) {
            reads = reads(mapper, User.class, 1, 2, 3);
            Awaiting.until(() -> Awaiting.waitingForLocks(database) == 1);
            pool.disposeLater().subscribe();
        }

        List<Throwable> errors = errors(reads);
        assertThat(errors.subList(1, 3)).noneMatch(NoError.class::isInstance);
        haveDifferentInstances(errors.subList(1, 3));
        assertThat(errors(reads(mapper, User.class, 4))).noneMatch(NoError.class::isInstance);
    }

    @Test
    void whatASubscriberThrowsReachesNoOtherCaller() {
        database.expectDroppedErrors();
        ReactiveMapper mapper = sharing(database.newPool(4));
        List<CompletableFuture<User>> reads = new ArrayList<>();
        try (TableLock lock = TableLock.on(database, "users")) {
            reads.addAll(reads(mapper, User.class, 1, 2, 3));
            mapper.find(User.class, 4L).subscribe(user -> {
                throw new IllegalStateException("thrown by a subscriber");
            });
            reads.addAll(reads(mapper, User.class, 5));
        }

        assertThat(errors(reads)).allMatch(NoError.class::isInstance);
        assertThat(Mono.fromFuture(reads.get(3)).block().id()).isEqualTo(5);
    }
}
