package dev.kindred.it.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.error.MappingException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.SharedReads;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shared reads with many callers, cancels and errors. {@code kindred.test.shared} sets the number of rounds. */
class SharedReadsUnderLoadIntegrationTests {

    private static final int ROUNDS = Integer.getInteger("kindred.test.shared", 300);
    private static final int READERS = 64;
    private static final int ROWS = 20;
    private static final Duration HANGS = Duration.ofMinutes(2);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(ROWS));

    private final StatementRecorder recorder = new StatementRecorder();

    /** The constructor refuses one row. */
    @Table("users")
    record Checked(@Id long id, String email) {

        Checked {
            if (id == 5) {
                throw new IllegalArgumentException();
            }
        }
    }

    private ReactiveMapper sharing(int connections) {
        return ReactiveMapper.builder(database.newPool(connections))
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
    }

    @Test
    void aReadAfterAWriteIsNeverStale() {
        ReactiveMapper mapper = sharing(4);
        ReactiveMapper writer = ReactiveMapper.create(database.newPool(1));
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Long> readers = Flux.<Integer>generate(sink -> {
                    if (isOver.get()) {
                        sink.complete();
                    } else {
                        sink.next(1);
                    }
                })
                .flatMap(tick -> mapper.find(User.class, 1L), READERS)
                .count()
                .toFuture();
        for (int round = 0; round < ROUNDS; round++) {
            String email = "round " + round;
            Mono<String> read = writer.sql("update users set email = :email where id = 1")
                    .bind("email", email)
                    .execute()
                    .then(mapper.get(User.class, 1L))
                    .map(User::email);
            assertThat(read.block(HANGS)).isEqualTo(email);
        }
        isOver.set(true);

        assertThat(readers.join()).isPositive();
        assertThat(recorder.executions()).anyMatch(execution -> execution.callers() > READERS / 2);
    }

    @Test
    void randomReadsHaveTheSameResultsWithCancelsAndErrors() {
        ReactiveMapper mapper = sharing(3);
        Random random = new Random(20);
        Flux.range(0, ROUNDS)
                .map(round -> new int[] {random.nextInt(6), 1 + random.nextInt(ROWS + 5), random.nextInt(2000)})
                .flatMap(
                        step -> outcome(mapper, step[0], step[1], step[2])
                                .doOnNext(outcome -> assertThat(outcome).isEqualTo(expected(step[0], step[1]))),
                        READERS)
                .blockLast(HANGS);

        assertThat(recorder.executions()).anyMatch(execution -> execution.callers() > 1);
    }

    /** Returns a text of the outcome, or completes empty if the read is cancelled first. */
    private static Mono<String> outcome(ReactiveMapper mapper, int kind, int id, int micros) {
        Mono<String> read = switch (kind) {
            case 0 -> mapper.find(Checked.class, id).map(checked -> "id " + checked.id());
            case 1 -> mapper.find(User.class, id).flatMap(User::profile).map(profile -> profile.name());
            case 2 -> mapper.find(Profile.class, id).flatMap(Profile::user).map(User::email);
            default -> mapper.find(User.class, id).map(User::email);
        };
        Mono<String> outcome = read.onErrorResume(MappingException.class, error -> Mono.just("refused"))
                .defaultIfEmpty("none");
        return kind == 5 ? outcome.takeUntilOther(Mono.delay(Duration.ofNanos(micros * 1000L))) : outcome;
    }

    private static String expected(int kind, int id) {
        if (id > ROWS) {
            return "none";
        }
        return switch (kind) {
            case 0 -> id == 5 ? "refused" : "id " + id;
            case 1 -> "name " + id;
            default -> "user" + id + "@example.org";
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aCancelAtAnyPointLetsTheOthersGoOn(int connections) {
        ReactiveMapper mapper = sharing(connections);
        mapper.find(User.class, 1L).block();
        Random random = new Random(connections);
        for (int round = 0; round < ROUNDS / 3; round++) {
            List<CompletableFuture<User>> stay = new ArrayList<>();
            List<Disposable> leave = new ArrayList<>();
            for (long id = 1; id <= 12; id++) {
                if (random.nextBoolean()) {
                    stay.add(mapper.find(User.class, id).toFuture());
                } else {
                    leave.add(mapper.find(User.class, id).subscribe());
                }
            }
            LockSupport.parkNanos(random.nextInt(1_500_000));
            leave.forEach(Disposable::dispose);
            stay.forEach(read -> assertThat(Mono.fromFuture(read).block(HANGS)).isNotNull());
        }
        assertThat(mapper.find(User.class, 2L).block(HANGS)).isNotNull();
    }

    /** The connection of the pool has another user. Its callers are served in their order. */
    @Test
    void aBusyPoolServesSharedReadsAndOthersInTheirOrder() {
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = ReactiveMapper.builder(pool)
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
        Connection other = pool.create().block();
        List<CompletableFuture<User>> reads = new ArrayList<>();
        reads.add(mapper.find(User.class, 1L).toFuture());
        reads.add(mapper.find(User.class, 2L).toFuture());
        CompletableFuture<Long> count = mapper.from(User.class).count().toFuture();
        reads.add(mapper.find(User.class, 3L).toFuture());
        reads.add(mapper.find(User.class, 4L).toFuture());
        assertThat(recorder.count()).isZero();
        Mono.from(other.close()).block();

        reads.forEach(read -> assertThat(read.join()).isNotNull());
        assertThat(count.join()).isEqualTo(ROWS);
        assertThat(recorder.executions())
                .extracting(execution -> execution.operation() + " " + execution.callers())
                .containsExactly("FIND 1", "COUNT 1", "FIND 3");
    }

    @Test
    void waitingReadsThatAreCancelledWithoutAConnectionLeaveNothing() {
        ConnectionPool pool = database.newPool(1);
        ReactiveMapper mapper = ReactiveMapper.builder(pool)
                .sharedReads(SharedReads.WHEN_BUSY)
                .listener(recorder)
                .build();
        Connection other = pool.create().block();
        Disposable first = mapper.find(User.class, 1L).subscribe();
        Disposable second = mapper.find(User.class, 2L).subscribe();
        CompletableFuture<User> third = mapper.find(User.class, 3L).toFuture();
        first.dispose();
        second.dispose();
        assertThat(pool.getMetrics().orElseThrow().pendingAcquireSize()).isEqualTo(1);
        third.cancel(true);
        assertThat(pool.getMetrics().orElseThrow().pendingAcquireSize()).isZero();
        Mono.from(other.close()).block();

        assertThat(mapper.find(User.class, 4L).block(HANGS)).isNotNull();
        assertThat(recorder.count()).isEqualTo(1);
    }
}
