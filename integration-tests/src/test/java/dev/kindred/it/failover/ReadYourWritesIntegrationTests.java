package dev.kindred.it.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Replicas;
import dev.kindred.test.internal.Cluster;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Two standbys apply each commit 300 milliseconds late, and their replay is paused at random.
 * {@code -Dkindred.replica.pairs=10000} repeats the pairs of a write and a read.
 */
@Tag("any-jdk")
class ReadYourWritesIntegrationTests {

    private static final int PAIRS = Integer.getInteger("kindred.replica.pairs", 300);
    private static final int CALLERS = 32;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final List<ConnectionPool> POOLS = new ArrayList<>();

    private static Cluster cluster;
    private static ReactiveMapper mapper;
    private static int primary;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of(), Schema.TABLES + Server.VIEW);
        cluster.primary().execute("insert into users (email) values ('00000000')");
        for (int standby = 1; standby <= 2; standby++) {
            cluster.standby(standby).execute("alter system set recovery_min_apply_delay = '300ms'");
            cluster.standby(standby).execute("select pg_reload_conf()");
        }
        mapper = ReactiveMapper.builder(pool(cluster.primary()))
                .replicas(Replicas.of(pool(cluster.standby(1)), pool(cluster.standby(2)))
                        .pollEvery(Duration.ofMillis(50)))
                .build();
        primary = cluster.primary().port();
    }

    @AfterAll
    static void stop() {
        Flux.fromIterable(POOLS).concatMap(ConnectionPool::disposeLater).blockLast(LIMIT);
        cluster.close();
    }

    private static ConnectionPool pool(Cluster.Server server) {
        ConnectionPool pool = Connections.builder(
                        "r2dbc:postgresql://postgres:secret@" + server.address() + "/postgres")
                .maxSize(8)
                .acquireTimeout(Duration.ofSeconds(30))
                .build();
        POOLS.add(pool);
        return pool;
    }

    /** Pauses the replay of one standby for up to 200 milliseconds, again and again. */
    private static Disposable pauses() {
        Random random = new Random(1);
        return Schedulers.boundedElastic()
                .schedulePeriodically(
                        () -> {
                            Cluster.Server standby = cluster.standby(1 + random.nextInt(2));
                            standby.execute("select pg_wal_replay_pause()");
                            standby.execute("select pg_sleep(" + random.nextDouble() / 5 + ")");
                            standby.execute("select pg_wal_replay_resume()");
                        },
                        0,
                        300,
                        TimeUnit.MILLISECONDS);
    }

    @Test
    void everyReadSeesTheWriteBeforeIt() {
        AtomicInteger stale = new AtomicInteger();
        AtomicInteger onReplica = new AtomicInteger();
        Random random = new Random(2);
        Disposable pauses = pauses();
        try {
            Flux.range(0, PAIRS)
                    .flatMap(
                            pair -> mapper.insert(User.of("user" + pair))
                                    .as(mapper::tracked)
                                    .delayElement(Duration.ofMillis(random.nextInt(900)))
                                    .flatMap(saved -> mapper.find(
                                                    User.class, saved.value().id())
                                            .hasElement()
                                            .zipWhen(found ->
                                                    mapper.from(Server.class).one())
                                            .as(mapper::fromReplica)
                                            .contextWrite(mapper.notBefore(saved.position()))),
                            CALLERS)
                    .doOnNext(read -> {
                        stale.addAndGet(read.getT1() ? 0 : 1);
                        onReplica.addAndGet(read.getT2().port() == primary ? 0 : 1);
                    })
                    .blockLast(LIMIT);
        } finally {
            pauses.dispose();
        }

        System.out.printf(
                "read-your-writes: pairs=%d stale=%d replica=%d primary=%d%n",
                PAIRS, stale.get(), onReplica.get(), PAIRS - onReplica.get());
        assertThat(stale).hasValue(0);
        assertThat(onReplica).hasPositiveValue();
    }

    @Test
    void theReadsOfAPipelineNeverGoBack() {
        Disposable pauses = pauses();
        Disposable writer = Flux.range(1, Integer.MAX_VALUE)
                .concatMap(version -> mapper.update(new User(1L, "%08d".formatted(version), null)))
                .subscribe();
        try {
            List<List<String>> reads = Flux.range(0, PAIRS)
                    .flatMap(
                            i -> mapper.find(User.class, 1L)
                                    .map(User::email)
                                    .delayElement(Duration.ofMillis(20))
                                    .repeat(4)
                                    .collectList()
                                    .as(mapper::fromReplica),
                            CALLERS)
                    .collectList()
                    .block(LIMIT);

            assertThat(reads)
                    .hasSize(PAIRS)
                    .allSatisfy(each -> assertThat(each).hasSize(5).isSorted());
        } finally {
            writer.dispose();
            pauses.dispose();
        }
    }
}
