package dev.kindred.it.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.Cluster;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The primary crashes and a standby is promoted while 32 callers write and read. {@code -Dkindred.failover.rounds=20}
 * repeats it and prints the times of recovery.
 */
@Tag("any-jdk")
class PromotionIntegrationTests {

    private static final int CALLERS = 32;
    private static final int ROUNDS = Integer.getInteger("kindred.failover.rounds", 1);
    private static final Map<String, String> SYNCHRONOUS =
            Map.of("synchronous_standby_names", "*", "synchronous_commit", "remote_apply");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void noAcknowledgedRowIsLostWithSynchronousReplication() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(lost(SYNCHRONOUS, "synchronous", round)).isZero();
        }
    }

    /** Asynchronous replication can lose rows that were acknowledged. The number is printed. */
    @Test
    void callersContinueWithAsynchronousReplication() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(lost(Map.of(), "asynchronous", round)).isNotNegative();
        }
    }

    private static long lost(Map<String, String> settings, String replication, int round) throws Exception {
        try (Unusable silent = Unusable.start(true);
                Unusable closing = Unusable.start(false);
                Cluster cluster = Cluster.start(1, settings, Schema.TABLES)) {
            String hosts = String.join(
                    ",",
                    silent.address(),
                    closing.address(),
                    cluster.primary().address(),
                    cluster.standby(1).address());
            ConnectionPool pool = Connections.builder(
                            "r2dbc:postgresql:failover://postgres:secret@" + hosts + "/postgres")
                    .maxSize(8)
                    .build();
            Load load = new Load(ReactiveMapper.create(pool));
            long lost = promoted(cluster, load);
            pool.disposeLater().block(LIMIT);
            assertThat(load.failures)
                    .isNotEmpty()
                    .allMatch(error -> error instanceof ConnectionException || error instanceof PoolTimeoutException);
            System.out.printf(
                    "failover: replication=%s round=%d acknowledged=%d lost=%d failed=%d recovery-ms=%d"
                            + " after-promotion-ms=%d%n",
                    replication,
                    round,
                    load.acknowledged.size(),
                    lost,
                    load.failures.size(),
                    load.recoveryMillis(),
                    load.afterPromotionMillis());
            return lost;
        }
    }

    private static long promoted(Cluster cluster, Load load) throws InterruptedException {
        Mono<Void> callers = load.run();
        Thread runner = new Thread(() -> callers.block(LIMIT), "failover-load");
        runner.start();
        load.await(500);
        cluster.primary().crash();
        load.crashed();
        cluster.standby(1).promote();
        load.promoted();
        load.await(load.acknowledged.size() + 500);
        load.stop();
        runner.join(LIMIT.toMillis());
        assertThat(runner.isAlive()).as("a caller hangs").isFalse();

        List<String> stored = load.mapper
                .from(User.class)
                .all()
                .map(User::email)
                .collectList()
                .block(LIMIT);
        assertThat(stored).doesNotHaveDuplicates();
        Set<String> lost = new HashSet<>(load.acknowledged);
        stored.forEach(lost::remove);
        return lost.size();
    }

    /** Callers that write a row and read it, again and again. */
    private static final class Load {

        private final ReactiveMapper mapper;
        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        private final AtomicLong sequence = new AtomicLong();
        private final AtomicLong crashed = new AtomicLong();
        private final AtomicLong promoted = new AtomicLong();
        private final AtomicLong recovered = new AtomicLong();
        private final AtomicBoolean stopped = new AtomicBoolean();

        Load(ReactiveMapper mapper) {
            this.mapper = mapper;
        }

        Mono<Void> run() {
            return Flux.range(0, CALLERS)
                    .flatMap(caller -> step().repeat(() -> !stopped.get()).then(), CALLERS)
                    .then();
        }

        private Mono<Void> step() {
            return Mono.defer(() -> {
                String email = "user" + sequence.incrementAndGet();
                long begun = System.nanoTime();
                return mapper.insert(User.of(email))
                        .doOnNext(stored -> acknowledged(email, begun))
                        .flatMap(stored -> mapper.find(User.class, stored.id()))
                        .onErrorResume(error -> {
                            failures.add(error);
                            return Mono.delay(Duration.ofMillis(20)).then(Mono.empty());
                        })
                        .then();
            });
        }

        private void acknowledged(String email, long begun) {
            acknowledged.add(email);
            long crash = crashed.get();
            if (crash != 0 && begun > crash) {
                recovered.compareAndSet(0, System.nanoTime());
            }
        }

        void crashed() {
            crashed.set(System.nanoTime());
        }

        void promoted() {
            promoted.set(System.nanoTime());
        }

        void stop() {
            stopped.set(true);
        }

        /** From the end of the promotion to the first row that was begun and stored after the crash. */
        long afterPromotionMillis() {
            return Duration.ofNanos(Math.max(0, recovered.get() - promoted.get()))
                    .toMillis();
        }

        /** From the crash, so it contains the promotion. */
        long recoveryMillis() {
            return Duration.ofNanos(recovered.get() - crashed.get()).toMillis();
        }

        void await(int rows) throws InterruptedException {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (acknowledged.size() < rows) {
                assertThat(System.nanoTime())
                        .as("rows in time: " + failures.peek())
                        .isLessThan(end);
                Thread.sleep(10);
            }
        }
    }
}
