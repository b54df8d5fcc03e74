package dev.kindred.it.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.TransactionException;
import dev.kindred.it.entity.Profile;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Replicas;
import dev.kindred.reactor.SharedWrites;
import dev.kindred.reactor.Tracked;
import dev.kindred.reactor.WriteTracker;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.Cluster;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads of two streaming standbys. */
@Tag("any-jdk")
class ReplicaIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static Cluster cluster;

    private final List<ConnectionPool> pools = new ArrayList<>();
    private ReactiveMapper mapper;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(2, Map.of(), Schema.TABLES + Server.VIEW + SlowUser.VIEW);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void mapper() {
        cluster.primary().execute(Schema.EMPTY);
        cluster.primary().execute(Schema.users(3));
        mapper = mapper(replicas(1, 2).maxLag(SOON));
        replayed(mapper.tracked(Mono.just(1)).block(SOON).position());
        known(mapper, 1, 2);
    }

    /** Waits until the mapper has used each replica, so that it knows how much they lag. */
    private static void known(ReactiveMapper reader, int... standbys) {
        Set<Integer> used = ConcurrentHashMap.newKeySet();
        Await.await(
                SOON,
                () -> {
                    used.add(server(reader).as(reader::fromReplica).block());
                    return IntStream.of(standbys)
                            .allMatch(standby ->
                                    used.contains(cluster.standby(standby).port()));
                },
                () -> "Used so far: " + used);
    }

    @AfterEach
    void close() {
        resumed(1);
        resumed(2);
        Flux.fromIterable(pools).concatMap(ConnectionPool::disposeLater).blockLast();
    }

    private void replayed(String position) {
        for (int standby = 1; standby <= 2; standby++) {
            ReactiveMapper waiting = mapper(replicas(standby).waitAtMost(SOON).failWithout());
            server(waiting)
                    .as(waiting::fromReplica)
                    .contextWrite(mapper.notBefore(position))
                    .block(SOON);
        }
    }

    private ConnectionPool pool(Cluster.Server server) {
        ConnectionPool pool = Connections.builder(
                        "r2dbc:postgresql://postgres:secret@" + server.address() + "/postgres")
                .maxSize(4)
                .acquireTimeout(Duration.ofSeconds(20))
                .build();
        pools.add(pool);
        return pool;
    }

    private Replicas replicas(int... numbers) {
        ConnectionPool[] own = new ConnectionPool[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            own[i] = pool(cluster.standby(numbers[i]));
        }
        return Replicas.of(own);
    }

    private ReactiveMapper mapper(Replicas replicas) {
        return ReactiveMapper.builder(pool(cluster.primary()))
                .replicas(replicas)
                .cursorKey(new byte[16])
                .build();
    }

    private static Mono<Integer> server(ReactiveMapper mapper) {
        return mapper.from(Server.class).one().map(Server::port);
    }

    private static void paused(int... standbys) {
        for (int standby : standbys) {
            cluster.standby(standby).execute("select pg_wal_replay_pause()");
        }
    }

    private static void resumed(int standby) {
        cluster.standby(standby).execute("select pg_wal_replay_resume()");
    }

    @Test
    void onlyAPipelineThatSaysSoReadsAReplica() {
        assertThat(server(mapper).block()).isEqualTo(cluster.primary().port());
        assertThat(server(mapper).as(mapper::fromReplica).block())
                .isIn(cluster.standby(1).port(), cluster.standby(2).port());
    }

    @Test
    void pipelinesUseAllReplicasAndEachStaysOnOne() {
        Set<Integer> used = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 50; i++) {
            List<Integer> servers = server(mapper)
                    .repeat(3)
                    .as(mapper::fromReplica)
                    .collectList()
                    .block();
            assertThat(Set.copyOf(servers)).hasSize(1);
            used.addAll(servers);
        }
        assertThat(used)
                .containsExactlyInAnyOrder(
                        cluster.standby(1).port(), cluster.standby(2).port());
    }

    @Test
    void readsAfterAWriteOfThePipelineUseThePrimary() {
        Mono<Integer> afterWrite = server(mapper)
                .doOnNext(before ->
                        assertThat(before).isNotEqualTo(cluster.primary().port()))
                .then(mapper.insert(User.of("new")))
                .then(server(mapper))
                .as(mapper::fromReplica);

        assertThat(afterWrite.block()).isEqualTo(cluster.primary().port());
        // The next subscription is a new pipeline.
        assertThat(afterWrite.block()).isEqualTo(cluster.primary().port());
    }

    @Test
    void readsAfterATransactionOfThePipelineUseThePrimary() {
        assertThat(server(mapper)
                        .as(mapper::transactional)
                        .then(server(mapper))
                        .as(mapper::fromReplica)
                        .block())
                .isEqualTo(cluster.primary().port());
    }

    @Test
    void aReadOnlyTransactionStaysOnOneReplica() {
        TransactionOptions options = TransactionOptions.defaults().onReplica();

        List<Integer> servers = mapper.transactional(server(mapper).repeat(3).collectList(), options)
                .block();

        assertThat(Set.copyOf(servers))
                .hasSize(1)
                .doesNotContain(cluster.primary().port());
        assertThat(mapper.transactional(server(mapper), options.isolation(Isolation.SERIALIZABLE))
                        .block())
                .isEqualTo(cluster.primary().port());
        assertThat(mapper.transactional(
                                server(mapper), TransactionOptions.defaults().readOnly())
                        .block())
                .isEqualTo(cluster.primary().port());
    }

    /** A child is never older than its parent. */
    @Test
    void handlesLoadFromThePrimaryAndPreloadsFromTheReplica() {
        paused(1, 2);
        cluster.primary().execute("update profiles set name = 'new'");

        List<User> users = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .preload(User_.PROFILE)
                .all()
                .as(mapper::fromReplica)
                .collectList()
                .block();
        assertThat(users)
                .hasSize(3)
                .allSatisfy(user -> assertThat(user.profile().block().name()).startsWith("name"));

        List<String> loaded = mapper.from(User.class)
                .all()
                .flatMap(User::profile)
                .map(Profile::name)
                .as(mapper::fromReplica)
                .collectList()
                .block();
        assertThat(loaded).containsExactly("new", "new", "new");
    }

    @Test
    void aReplicaThatLagsIsNotUsed() {
        ReactiveMapper strict =
                mapper(replicas(1).maxLag(Duration.ofMillis(300)).pollEvery(Duration.ofMillis(20)));
        known(strict, 1);
        paused(1);
        cluster.primary().execute("insert into users (email) values ('later')");

        Await.await(
                SOON,
                () -> server(strict).as(strict::fromReplica).block()
                        == cluster.primary().port(),
                () -> "The replica that lags is still used");
        resumed(1);
        Await.await(
                SOON,
                () -> server(strict).as(strict::fromReplica).block()
                        == cluster.standby(1).port(),
                () -> "The replica is not used again");
    }

    @Test
    void aReadAfterATrackedWriteSeesIt() {
        paused(1, 2);
        Tracked<User> saved = mapper.insert(User.of("mine")).as(mapper::tracked).block();

        Mono<User> read = mapper.find(User.class, saved.value().id()).as(mapper::fromReplica);
        assertThat(read.block()).isNull();
        assertThat(read.contextWrite(mapper.notBefore(saved.position())).block())
                .isNotNull();
        assertThat(server(mapper)
                        .as(mapper::fromReplica)
                        .contextWrite(mapper.notBefore(saved.position()))
                        .block())
                .isEqualTo(cluster.primary().port());

        resumed(1);
        ReactiveMapper waiting = mapper(replicas(1).waitAtMost(SOON).failWithout());
        assertThat(server(waiting)
                        .as(waiting::fromReplica)
                        .contextWrite(mapper.notBefore(saved.position()))
                        .block())
                .isEqualTo(cluster.standby(1).port());
    }

    @Test
    void aLaterPositionIsKept() {
        String early = mapper.tracked(Mono.just(1)).block().position();
        paused(1, 2);
        Tracked<User> saved = mapper.insert(User.of("mine")).as(mapper::tracked).block();

        assertThat(mapper.find(User.class, saved.value().id())
                        .as(mapper::fromReplica)
                        .contextWrite(mapper.notBefore(early))
                        .contextWrite(mapper.notBefore(saved.position()))
                        .block())
                .isNotNull();
    }

    @Test
    void withoutAFreshReplicaItCanBeAnError() {
        ReactiveMapper strict = mapper(replicas(1).failWithout().waitAtMost(Duration.ofMillis(100)));
        paused(1);
        String position =
                mapper.insert(User.of("mine")).as(mapper::tracked).block().position();

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> server(strict)
                        .as(strict::fromReplica)
                        .contextWrite(mapper.notBefore(position))
                        .block())
                .satisfies(error -> assertThat(error.isRepeatable()).isTrue())
                .withMessageContaining("No replica is fresh enough");
    }

    @Test
    void thePrimaryIsUsedWhenNoReplicaAnswers() {
        ConnectionPool nowhere = Connections.pool("r2dbc:postgresql://postgres:secret@127.0.0.1:1/postgres");
        pools.add(nowhere);
        ReactiveMapper alone = mapper(Replicas.of(nowhere));

        assertThat(server(alone).as(alone::fromReplica).block())
                .isEqualTo(cluster.primary().port());
    }

    /** The read waits for the replay, which waits for the read: the server cancels the read. */
    @Test
    void aConflictWithRecoveryIsReadFromThePrimary() {
        cluster.standby(1).execute("alter system set max_standby_streaming_delay = 100");
        cluster.standby(1).execute("select pg_reload_conf()");
        ReactiveMapper one = mapper(replicas(1).maxLag(SOON));
        known(one, 1);
        Mono<Integer> slow =
                one.from(SlowUser.class).count().as(one::fromReplica).map(Long::intValue);
        Mono<Void> change = Mono.delay(Duration.ofMillis(500), Schedulers.boundedElastic())
                .then(Mono.fromRunnable(() -> cluster.primary().execute(Schema.EMPTY)))
                .then();

        assertThat(Mono.zip(slow, change.thenReturn(1)).block(SOON).getT1()).isZero();
    }

    @Test
    void trackedNeedsACommit() {
        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(() -> mapper.transactional(mapper.tracked(mapper.insert(User.of("inside"))))
                        .block())
                .withMessageContaining("after COMMIT");
        assertThat(mapper.tracked(Mono.empty()).block()).isNull();
    }

    @Test
    void aTrackerNoticesWrites() {
        WriteTracker tracker = mapper.trackWrites();
        mapper.find(User.class, 1L).contextWrite(tracker::in).block();
        assertThat(tracker.position().block()).isNull();

        WriteTracker inner = mapper.trackWrites();
        mapper.insert(User.of("mine"))
                .as(mapper::transactional)
                .contextWrite(inner::in)
                .contextWrite(tracker::in)
                .block();
        assertThat(mapper.notBefore(inner.position().block())).isNotNull();
        assertThat(tracker.position().block()).isNotNull();
    }

    /** The shared statement has the Context of one of its callers. */
    @Test
    void eachTrackerOfASharedWriteNoticesIt() {
        ReactiveMapper sharing = ReactiveMapper.builder(pool(cluster.primary()))
                .sharedWrites(SharedWrites.WHEN_BUSY)
                .build();

        assertThat(Flux.range(0, 20)
                        .flatMap(
                                i -> {
                                    WriteTracker tracker = sharing.trackWrites();
                                    return sharing.insert(User.of("user" + i))
                                            .contextWrite(tracker::in)
                                            .then(Mono.defer(tracker::position));
                                },
                                20)
                        .collectList()
                        .block())
                .hasSize(20);
    }

    @Test
    void aChangedPositionIsRefused() {
        String position = mapper.tracked(Mono.just(1)).block().position();
        String changed = (position.charAt(0) == 'A' ? "B" : "A") + position.substring(1);
        ReactiveMapper other = ReactiveMapper.create(pool(cluster.primary()));

        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> mapper.notBefore(changed));
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> mapper.notBefore("?"));
        assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> other.notBefore(position));
    }

    @Test
    void withoutReplicasReadsUseThePrimary() {
        ReactiveMapper alone = ReactiveMapper.create(pool(cluster.primary()));

        assertThat(server(alone).as(alone::fromReplica).block())
                .isEqualTo(cluster.primary().port());
        assertThatIllegalArgumentException().isThrownBy(Replicas::of);
    }
}
