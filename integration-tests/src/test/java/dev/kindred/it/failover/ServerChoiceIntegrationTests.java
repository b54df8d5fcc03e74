package dev.kindred.it.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.micrometer.ReplicaMeters;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Replicas;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementExecution.ServerChoice;
import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;
import dev.kindred.test.internal.Await;
import dev.kindred.test.internal.Cluster;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a listener learns of the server of a statement. */
class ServerChoiceIntegrationTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static Cluster cluster;
    private static String primary;
    private static String replica;

    private final List<ConnectionPool> pools = new ArrayList<>();
    private final List<StatementExecution> sent = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private ReactiveMapper mapper;

    @BeforeAll
    static void start() {
        cluster = Cluster.start(1, Map.of(), Schema.TABLES + Server.VIEW + SlowUser.VIEW);
        primary = cluster.primary().address();
        replica = cluster.standby(1).address();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void mapper() {
        cluster.primary().execute(Schema.EMPTY);
        cluster.primary().execute(Schema.users(3));
        mapper = mapper(Replicas.of(pool(replica)).maxLag(LONG).pollEvery(LONG));
        String position = mapper.tracked(Mono.just(1)).block(LONG).position();
        ReactiveMapper waiting =
                mapper(Replicas.of(pool(replica)).maxLag(LONG).waitAtMost(LONG).failWithout());
        waiting.from(Server.class)
                .one()
                .as(waiting::fromReplica)
                .contextWrite(mapper.notBefore(position))
                .block(LONG);
        sent.clear();
    }

    @AfterEach
    void close() {
        cluster.standby(1).execute("select pg_wal_replay_resume()");
        Flux.fromIterable(pools).concatMap(ConnectionPool::disposeLater).blockLast();
    }

    private ConnectionPool pool(String address) {
        ConnectionPool pool = Connections.builder("r2dbc:postgresql://postgres:secret@" + address + "/postgres")
                .maxSize(4)
                .connectTimeout(Duration.ofSeconds(20))
                .acquireTimeout(Duration.ofSeconds(20))
                .build();
        pools.add(pool);
        return pool;
    }

    private ReactiveMapper mapper(Replicas replicas) {
        return ReactiveMapper.builder(pool(primary))
                .replicas(replicas)
                .cursorKey(new byte[16])
                .listener(sent::add)
                .listener(new ReplicaMeters(registry))
                .build();
    }

    private List<String> choices() {
        List<String> shown = sent.stream()
                .map(each -> (primary.equals(each.server()) ? "primary" : "replica") + " " + each.choice())
                .toList();
        assertThat(sent).extracting(StatementExecution::server).containsAnyOf(primary, replica);
        sent.clear();
        return shown;
    }

    private double counted(ServerChoice choice) {
        return registry
                .find("kindred.replica.statements")
                .tag("choice", choice.name().toLowerCase(Locale.ROOT))
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void known() {
        mapper.from(User.class).count().as(mapper::fromReplica).block();
        sent.clear();
    }

    @Test
    void outsideAPipelineEveryStatementUsesThePrimary() {
        mapper.find(User.class, 1L).block();
        mapper.insert(User.of("new")).block();
        mapper.sql("select 1").execute().block();
        mapper.copyIn(Flux.just(User.of("copied"))).block();
        mapper.from(User.class).orderBy(User_.ID.asc()).stream(2).blockLast();
        mapper.transactional(mapper.find(User.class, 1L)).block();
        mapper.get(User.class, 1L).flatMap(User::profile).block();

        assertThat(choices()).hasSizeGreaterThan(9).containsOnly("primary PRIMARY");
        assertThat(registry.getMeters())
                .noneMatch(meter -> meter.getId().getTag("choice").equals("primary"));
    }

    @Test
    void theFirstReadOfAReplicaIsChecked() {
        mapper.find(User.class, 1L).as(mapper::fromReplica).block();

        assertThat(choices()).containsExactly("primary POSITION", "replica POSITION", "replica REPLICA_CHECKED");

        mapper.from(User.class).orderBy(User_.ID.asc()).preload(User_.PROFILE).stream(2)
                .then(mapper.from(User.class).count())
                .as(mapper::fromReplica)
                .block();

        assertThat(choices()).hasSizeGreaterThan(4).containsOnly("replica REPLICA_KNOWN");
    }

    @Test
    void aPipelineThatWritesSaysWhyItStays() {
        known();

        mapper.find(User.class, 1L)
                .then(mapper.insert(User.of("new")))
                .then(mapper.find(User.class, 1L))
                .as(mapper::fromReplica)
                .block();

        assertThat(choices()).containsExactly("replica REPLICA_KNOWN", "primary WRITE", "primary AFTER_WRITE");
    }

    @Test
    void allStatementsOfATransactionHaveItsChoice() {
        known();
        TransactionOptions options = TransactionOptions.defaults().onReplica();

        mapper.transactional(mapper.find(User.class, 1L), options).block();
        assertThat(choices())
                .containsExactly("replica REPLICA_KNOWN", "replica REPLICA_KNOWN", "replica REPLICA_KNOWN");

        mapper.transactional(mapper.find(User.class, 1L), options.isolation(Isolation.SERIALIZABLE))
                .block();
        assertThat(choices()).containsExactly("primary SERIALIZABLE", "primary SERIALIZABLE", "primary SERIALIZABLE");

        mapper.find(User.class, 1L)
                .as(mapper::transactional)
                .as(mapper::fromReplica)
                .block();
        assertThat(choices()).containsExactly("primary WRITE", "primary WRITE", "primary WRITE");
    }

    @Test
    void aFallbackIsCountedOnce() {
        known();
        cluster.standby(1).execute("select pg_wal_replay_pause()");
        String position =
                mapper.insert(User.of("mine")).as(mapper::tracked).block().position();
        assertThat(choices()).containsExactly("primary PRIMARY", "primary POSITION");

        mapper.find(User.class, 1L)
                .then(mapper.find(User.class, 2L))
                .as(mapper::fromReplica)
                .contextWrite(mapper.notBefore(position))
                .block();

        assertThat(choices()).containsExactly("primary FALLBACK_STALE", "primary STAYED");
        assertThat(counted(ServerChoice.FALLBACK_STALE)).isEqualTo(1);
    }

    @Test
    void aReplicaThatDoesNotAnswerIsAnotherFallback() {
        ReactiveMapper alone = mapper(Replicas.of(pool("127.0.0.1:1")));

        alone.find(User.class, 1L).as(alone::fromReplica).block();

        assertThat(choices()).containsExactly("primary POSITION", "primary FALLBACK_UNREACHABLE");
        assertThat(counted(ServerChoice.FALLBACK_UNREACHABLE)).isEqualTo(1);
    }

    @Test
    void aReadThatTheReplicaCancelsIsRepeated() {
        known();
        Mono<Void> killed = Mono.fromRunnable(this::killSlowRead)
                .subscribeOn(Schedulers.boundedElastic())
                .then();

        Mono.zip(
                        mapper.from(SlowUser.class)
                                .count()
                                .then(mapper.find(User.class, 1L))
                                .as(mapper::fromReplica),
                        killed.thenReturn(1))
                .block(LONG);

        // The lost connection may still get a ROLLBACK.
        sent.removeIf(each -> each.operation() == Operation.TRANSACTION);
        assertThat(sent)
                .extracting(StatementExecution::outcome)
                .containsExactly(
                        StatementExecution.Outcome.FAILED,
                        StatementExecution.Outcome.COMPLETED,
                        StatementExecution.Outcome.COMPLETED);
        assertThat(choices()).containsExactly("replica REPLICA_KNOWN", "primary REPEATED", "primary STAYED");
        assertThat(counted(ServerChoice.REPEATED)).isEqualTo(1);
    }

    private void killSlowRead() {
        Await.await(
                LONG,
                () -> {
                    cluster.standby(1)
                            .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where query like '%slow_users%' and pid <> pg_backend_pid()");
                    return sent.stream().anyMatch(each -> each.outcome() == StatementExecution.Outcome.FAILED);
                },
                () -> "The slow read was not sent");
    }

    @Test
    void aServerOfAListHasItsName() {
        ReactiveMapper either =
                ReactiveMapper.builder(pool(primary)).listener(sent::add).build();
        ConnectionPool list = Connections.pool("r2dbc:postgresql:failover://postgres:secret@" + primary + "," + replica
                + "/postgres?targetServerType=secondary");
        pools.add(list);
        ReactiveMapper standby =
                ReactiveMapper.builder(list).listener(sent::add).build();

        either.find(User.class, 1L).then(standby.find(User.class, 1L)).block();
        either.transactional(either.requiresNew(either.find(User.class, 1L))).block();

        assertThat(sent)
                .extracting(StatementExecution::server)
                .startsWith(primary, replica)
                .doesNotContainNull();
        assertThat(sent).extracting(StatementExecution::operation).contains(Operation.TRANSACTION);
    }

    /** The mapper does not know its URL. */
    @Test
    void theServerOfAnotherFactoryIsNotKnown() {
        ReactiveMapper other = ReactiveMapper.builder(
                        ConnectionFactories.get("r2dbc:postgresql://postgres:secret@" + primary + "/postgres"))
                .listener(sent::add)
                .build();

        other.find(User.class, 1L).block();

        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).server()).isNull();
        assertThat(sent.get(0).choice()).isEqualTo(ServerChoice.PRIMARY);
    }
}
