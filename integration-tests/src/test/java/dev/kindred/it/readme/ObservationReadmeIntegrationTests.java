package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.micrometer.KindredObservations;
import dev.kindred.micrometer.PoolMeters;
import dev.kindred.micrometer.ReplicaMeters;
import dev.kindred.micrometer.SharedStatementMeters;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.NPlusOneHints;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Replicas;
import dev.kindred.reactor.SharedReads;
import dev.kindred.reactor.SharedWrites;
import dev.kindred.reactor.spi.StatementListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.pool.ConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Flux;

/** Runs the guide's code for observation, verbatim. */
class ObservationReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private final MeterRegistry meterRegistry = new SimpleMeterRegistry();

    @Test
    void operationsHaveObservations() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meterRegistry));
        ConnectionPool pool = database.pool();

        ReactiveMapper mapper = ReactiveMapper.builder(pool)
                .operationListener(KindredObservations.of(registry))
                .build();

        mapper.from(User.class).all().blockLast();
        assertThat(meterRegistry.get("kindred.operation").timer().count()).isEqualTo(1);
    }

    @Test
    void aPoolHasMeters() {
        String url = database.postgres().r2dbcUrl();

        PoolMeters meters = new PoolMeters("main", meterRegistry);
        ConnectionPool pool =
                meters.gauges(Connections.builder(url).onAcquire(meters).build());

        ReactiveMapper.create(database.watch(pool)).from(User.class).all().blockLast();
        assertThat(meterRegistry.get("kindred.pool.acquire").timer().count()).isEqualTo(1);
        assertThat(meterRegistry.get("kindred.pool.allocated").gauge().value()).isEqualTo(1);
    }

    @Test
    void sharedStatementsHaveAMeter() {
        ConnectionPool pool = database.pool();

        ReactiveMapper sharing = ReactiveMapper.builder(pool)
                .sharedReads(SharedReads.WHEN_BUSY)
                .sharedWrites(SharedWrites.WHEN_BUSY)
                .listener(new SharedStatementMeters(meterRegistry))
                .build();

        assertThat(Flux.range(1, 3)
                        .flatMap(id -> sharing.find(User.class, id))
                        .count()
                        .block())
                .isEqualTo(3);
    }

    @Test
    void statementsOfReplicasAreCounted() {
        ConnectionPool pool = database.pool();
        ConnectionPool replica = database.newPool(1);

        ReactiveMapper counted = ReactiveMapper.builder(pool)
                .replicas(Replicas.of(replica))
                .listener(new ReplicaMeters(meterRegistry))
                .build();

        // This server is no standby.
        counted.from(User.class).all().as(counted::fromReplica).blockLast();
        assertThat(meterRegistry
                        .get("kindred.replica.statements")
                        .tag("choice", "fallback_unreachable")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void readsByKeyAreShared() {
        ConnectionPool pool = database.pool();

        ReactiveMapper sharing =
                ReactiveMapper.builder(pool).sharedReads(SharedReads.WHEN_BUSY).build();

        assertThat(sharing.find(User.class, 1L).block()).isNotNull();
    }

    @Test
    void writesOfOneRowAreShared() {
        ConnectionPool pool = database.pool();

        ReactiveMapper sharing = ReactiveMapper.builder(pool)
                .sharedWrites(SharedWrites.WHEN_BUSY)
                .build();

        assertThat(sharing.insert(new User(null, "new@example.org", null))
                        .block()
                        .id())
                .isEqualTo(4);
    }

    @Test
    void statementsAreLogged() {
        ConnectionPool pool = database.pool();

        ReactiveMapper mapper = ReactiveMapper.builder(pool)
                .listener(StatementListener.logging())
                .build();

        assertThat(mapper.from(User.class).count().block()).isEqualTo(3);
    }

    @Test
    void repeatedReadsAreLogged() {
        ConnectionPool pool = database.pool();

        ReactiveMapper mapper = ReactiveMapper.builder(pool)
                .operationListener(NPlusOneHints.logging())
                .build();
        WebFilter requests = (exchange, chain) -> chain.filter(exchange).contextWrite(NPlusOneHints::request);

        assertThat(mapper.from(User.class)
                        .count()
                        .contextWrite(NPlusOneHints::request)
                        .block())
                .isEqualTo(3);
        assertThat(requests).isNotNull();
    }
}
