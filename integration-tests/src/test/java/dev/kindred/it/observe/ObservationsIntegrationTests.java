package dev.kindred.it.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.entity.User;
import dev.kindred.it.entity.User_;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.micrometer.KindredObservations;
import dev.kindred.micrometer.PoolMeters;
import dev.kindred.reactor.ReactiveMapper;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The keys of observations, their end on each outcome, and the meters. */
class ObservationsIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final Ended ended = new Ended();
    private final ReactiveMapper mapper = ReactiveMapper.builder(database.pool())
            .operationListener(KindredObservations.of(registry))
            .build();

    ObservationsIntegrationTests() {
        registry.observationConfig().observationHandler(ended);
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    }

    /** Records observations when they stop, and counts the open ones. */
    private static final class Ended implements ObservationHandler<Observation.Context> {

        private final List<Observation.Context> all = new CopyOnWriteArrayList<>();
        private final List<Observation.Context> open = new CopyOnWriteArrayList<>();

        @Override
        public void onStart(Observation.Context context) {
            open.add(context);
        }

        @Override
        public void onStop(Observation.Context context) {
            open.remove(context);
            all.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        Observation.Context only(String name) {
            List<Observation.Context> named = all.stream()
                    .filter(context -> context.getName().equals(name))
                    .toList();
            assertThat(named).hasSize(1);
            return named.get(0);
        }
    }

    private static String keys(Iterable<KeyValue> keys) {
        return StreamSupport.stream(keys.spliterator(), false)
                .map(key -> key.getKey() + "=" + key.getValue())
                .collect(Collectors.joining(" "));
    }

    @Test
    void anOperationHasItsEntityOutcomeStatementsAndRows() {
        mapper.from(User.class).preload(User_.PROFILE).all().blockLast(LIMIT);

        Observation.Context operation = ended.only("kindred.operation");
        assertThat(keys(operation.getLowCardinalityKeyValues()))
                .isEqualTo(
                        "kindred.entity=User kindred.operation=find kindred.outcome=completed kindred.relation=none");
        assertThat(keys(operation.getHighCardinalityKeyValues())).isEqualTo("kindred.rows=6 kindred.statements=2");
    }

    @Test
    void aStatementHasItsTextWithoutValues() {
        mapper.from(User.class).where(User_.EMAIL.eq("secret")).all().blockLast(LIMIT);

        Observation.Context statement = ended.only("kindred.statement");
        assertThat(keys(statement.getLowCardinalityKeyValues()))
                .isEqualTo("db.system.name=postgresql kindred.entity=User kindred.operation=find"
                        + " kindred.outcome=completed kindred.relation=none"
                        + " kindred.server=" + database.postgres().host() + ":"
                        + database.postgres().port()
                        + " kindred.server.choice=primary");
        assertThat(keys(statement.getHighCardinalityKeyValues()))
                .contains("db.query.text=SELECT")
                .contains("= $1")
                .doesNotContain("secret");
    }

    @Test
    void theCommandsOfATransactionAreNotCounted() {
        mapper.transactional(mapper.insert(User.of("a")).then(mapper.insert(User.of("b"))))
                .block(LIMIT);

        assertThat(ended.all.stream()
                        .filter(context -> context.getName().equals("kindred.operation"))
                        .map(context -> context.getContextualName() + " "
                                + context.getHighCardinalityKeyValue("kindred.statements")
                                        .getValue()))
                .containsExactly("insert User 1", "insert User 1", "transaction 0");
    }

    @Test
    void anErrorIsTheErrorOfTheObservationAndARetryIsAnother() {
        mapper.sql("select 1 / 0").execute().retry(1).onErrorComplete().block(LIMIT);

        List<Observation.Context> operations = ended.all.stream()
                .filter(context -> context.getName().equals("kindred.operation"))
                .toList();
        assertThat(operations).hasSize(2).allSatisfy(operation -> {
            assertThat(operation.getError()).isNotNull();
            assertThat(operation.getLowCardinalityKeyValue("kindred.outcome").getValue())
                    .isEqualTo("failed");
        });
        assertThat(ended.open).isEmpty();
    }

    @Test
    void aCancelStopsTheObservation() {
        mapper.from(User.class).stream(1).take(1).blockLast(LIMIT);

        assertThat(ended.only("kindred.operation")
                        .getLowCardinalityKeyValue("kindred.outcome")
                        .getValue())
                .isEqualTo("cancelled");
    }

    @Test
    void severalSubscribersHaveTheirOwnObservations() {
        Mono<Long> count = mapper.from(User.class).count();

        Flux.merge(count, count, count).blockLast(LIMIT);

        assertThat(meters.get("kindred.operation")
                        .tag("kindred.operation", "count")
                        .timer()
                        .count())
                .isEqualTo(3);
        assertThat(ended.open).isEmpty();
    }

    @Test
    void aRegistryWithoutHandlersObservesNothing() {
        ReactiveMapper silent = ReactiveMapper.builder(database.pool())
                .operationListener(KindredObservations.of(ObservationRegistry.NOOP))
                .build();

        assertThat(silent.find(User.class, 1L).block(LIMIT)).isNotNull();
        assertThat(ended.all).isEmpty();
    }

    @Test
    void thePoolHasGaugesAndATimer() {
        PoolMeters poolMeters = new PoolMeters("main", meters);
        ConnectionPool pool = poolMeters.gauges(database.watch(
                database.poolBuilder().maxSize(2).onAcquire(poolMeters).build()));

        Connection connection = pool.create().block(LIMIT);
        assertThat(gauge("acquired")).isEqualTo(1);
        assertThat(gauge("idle")).isZero();
        assertThat(gauge("max")).isEqualTo(2);
        assertThat(gauge("pending")).isZero();
        Mono.from(connection.close()).block(LIMIT);

        assertThat(gauge("acquired")).isZero();
        assertThat(gauge("allocated")).isEqualTo(1);
        assertThat(meters.get("kindred.pool.acquire")
                        .tags("name", "main", "outcome", "completed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private double gauge(String name) {
        return meters.get("kindred.pool." + name).tag("name", "main").gauge().value();
    }
}
