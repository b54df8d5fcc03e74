package dev.kindred.it.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.StatementException;
import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.reactor.ConnectionPoolBuilder;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.transaction.TransactionOptions;
import dev.kindred.test.internal.Cluster;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pools whose URL names several servers. */
@Tag("any-jdk")
class HostListIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Cluster cluster;

    private final List<ConnectionPool> pools = new ArrayList<>();

    @BeforeAll
    static void start() {
        cluster = Cluster.start(1, Map.of(), Schema.TABLES);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @AfterEach
    void close() {
        Flux.fromIterable(pools).concatMap(ConnectionPool::disposeLater).blockLast();
    }

    private ReactiveMapper mapper(
            String hosts, String options, Function<ConnectionPoolBuilder, ConnectionPoolBuilder> with) {
        ConnectionPool pool = with.apply(Connections.builder(
                        "r2dbc:postgresql:failover://postgres:secret@" + hosts + "/postgres" + options))
                .build();
        pools.add(pool);
        return ReactiveMapper.create(pool);
    }

    private ReactiveMapper mapper(String hosts, String options) {
        return mapper(
                hosts,
                options,
                builder -> builder.connectTimeout(Duration.ofSeconds(20)).acquireTimeout(Duration.ofSeconds(20)));
    }

    private static String primary() {
        return cluster.primary().address();
    }

    private static String standby() {
        return cluster.standby(1).address();
    }

    private static boolean isStandby(ReactiveMapper mapper) {
        return mapper.sql("select pg_is_in_recovery() as standby")
                .map(row -> row.get("standby", Boolean.class))
                .one()
                .block();
    }

    private static int process(ReactiveMapper mapper) {
        return mapper.sql("select pg_backend_pid() as process")
                .map(row -> row.get("process", Integer.class))
                .one()
                .block();
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "?targetServerType=primary, false",
        "?targetServerType=secondary, true",
        "?targetServerType=preferSecondary, true",
        "?targetServerType=PREFER_SECONDARY&loadBalanceHosts=true, true"
    })
    void theRoleDecidesInAnyOrder(String options, boolean isStandby) {
        assertThat(isStandby(mapper(primary() + "," + standby(), options))).isEqualTo(isStandby);
        assertThat(isStandby(mapper(standby() + "," + primary(), options))).isEqualTo(isStandby);
    }

    @Test
    void theFirstServerIsUsedIfAnyRoleIsAccepted() {
        assertThat(isStandby(mapper(standby() + "," + primary(), "?targetServerType=any")))
                .isTrue();
        assertThat(isStandby(mapper(primary() + "," + standby(), "?targetServerType=any")))
                .isFalse();
    }

    @Test
    void aPrimaryIsUsedIfNoStandbyAnswers() {
        assertThat(isStandby(mapper("127.0.0.1:1," + primary(), "?targetServerType=preferSecondary")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatDoesNotAnswerIsTriedOnce(boolean silent) throws Exception {
        try (Unusable unusable = Unusable.start(silent)) {
            ReactiveMapper mapper = mapper(
                    unusable.address() + "," + primary(),
                    "",
                    builder -> builder.connectTimeout(Duration.ofSeconds(10))
                            .acquireTimeout(PATIENCE)
                            .maxSize(1));

            for (int i = 0; i < 5; i++) {
                assertThat(isStandby(mapper)).isFalse();
                killed(mapper);
            }

            assertThat(unusable.accepted()).isEqualTo(1);
        }
    }

    @Test
    void connectionsOutsideThePoolUseTheSameServer() throws Exception {
        try (Unusable unusable = Unusable.start(false)) {
            ReactiveMapper mapper = mapper(
                    unusable.address() + "," + primary(),
                    "",
                    builder -> builder.acquireTimeout(PATIENCE).maxSize(1));

            Mono<User> outside = mapper.requiresNew(mapper.insert(User.of("outside")));
            User stored = mapper.transactional(mapper.find(User.class, -1L).then(outside))
                    .block();

            assertThat(mapper.find(User.class, stored.id()).block()).isNotNull();
            assertThat(unusable.accepted()).isEqualTo(1);
        }
    }

    @Test
    void theErrorNamesEachServer() throws Exception {
        try (Unusable silent = Unusable.start(true);
                Unusable closing = Unusable.start(false)) {
            ReactiveMapper mapper = mapper(
                    standby() + "," + silent.address() + "," + closing.address() + ",127.0.0.1:1",
                    "",
                    builder -> builder.connectTimeout(Duration.ofSeconds(20)).acquireTimeout(PATIENCE));

            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> mapper.find(User.class, 1L).block())
                    .satisfies(error -> assertThat(error.isRepeatable()).isTrue())
                    .withMessageContainingAll(
                            "None of the hosts is a primary: " + standby() + " is a standby",
                            silent.address() + " did not answer in time",
                            closing.address() + " could not be reached",
                            "127.0.0.1:1 could not be reached",
                            "Each host had 5000 ms",
                            "targetServerType")
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void theErrorNamesARefusalByItsCode() {
        ReactiveMapper mapper = mapper(primary() + "/nowhere?x=", "");

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> mapper.find(User.class, 1L).block())
                .withMessageContaining(primary() + " refused the connection (SQLSTATE 3D000)")
                .withMessageNotContaining("nowhere")
                .withNoCause();
    }

    /** The server of these connections became a standby while they were open. */
    @Test
    void aRefusedWriteReplacesTheConnectionsToAStandby() {
        ReactiveMapper mapper = mapper(
                standby(),
                "?targetServerType=any",
                builder -> builder.acquireTimeout(PATIENCE).maxSize(1));
        int before = process(mapper);
        assertThat(process(mapper)).isEqualTo(before);

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper.insert(User.of("a")).block())
                .satisfies(error -> assertThat(error.sqlState()).isEqualTo("25006"));

        assertThat(process(mapper)).isNotEqualTo(before);
    }

    @Test
    void aRefusedWriteKeepsTheConnectionsToAPrimary() {
        ReactiveMapper mapper = mapper(
                primary(), "", builder -> builder.acquireTimeout(PATIENCE).maxSize(1));
        int before = process(mapper);

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> mapper.transactional(
                                mapper.insert(User.of("a")),
                                TransactionOptions.defaults().readOnly())
                        .block());

        assertThat(process(mapper)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r2dbc:postgresql:failover://u:secret@a,,b/db",
                "r2dbc:postgresql:failover://u:secret@a:x/db",
                "r2dbc:postgresql:failover://u:secret@a,b/db?targetServerType=master",
                "r2dbc:postgresql:failover://u:secret@a,b/db?hostRecheckTime=10",
                "r2dbc:postgresql:other://u:secret@a,b/db"
            })
    void wrongOptionsAreRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Connections.pool(url))
                .withMessageNotContaining("secret");
    }

    private static void killed(ReactiveMapper mapper) {
        cluster.primary().execute("select pg_terminate_backend(" + process(mapper) + ", 10000)");
    }
}
