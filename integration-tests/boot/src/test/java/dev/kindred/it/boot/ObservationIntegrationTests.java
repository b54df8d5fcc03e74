package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Tables;
import dev.kindred.it.boot.app.User;
import dev.kindred.micrometer.KindredObservations;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.boot.observation.KindredObservationAutoConfiguration;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ApplicationContext;

/** Timers and pool meters of an application with the actuator and {@code kindred-micrometer}. */
class ObservationIntegrationTests extends BootTests {

    private static final Map<String, Long> ONCE = Map.of("find", 1L, "insert", 1L, "load", 1L);

    /** A class loader of a test cannot create the proxies of repositories. */
    private static final String NO_REPOSITORIES = "kindred.repositories.packages=dev.kindred.none";

    @BeforeEach
    void noRows() {
        database.execute(Tables.EMPTY);
    }

    /** One insert, one read and one load. */
    private static void work(ApplicationContext context) {
        ReactiveMapper mapper = context.getBean(ReactiveMapper.class);
        run(mapper.insert(User.of("ann@example.org"))
                .then(mapper.find(User.class, 1L).flatMap(User::profile)));
    }

    /** Returns how often each operation was timed. */
    private static Map<String, Long> operations(MeterRegistry registry) {
        Map<String, Long> operations = new TreeMap<>();
        for (Timer timer : registry.find("kindred.operation").timers()) {
            assertThat(timer.getId().getTag("kindred.entity")).isEqualTo("User");
            assertThat(timer.getId().getTag("kindred.outcome")).isEqualTo("completed");
            operations.merge(timer.getId().getTag("kindred.operation"), timer.count(), Long::sum);
        }
        return operations;
    }

    private static List<String> meters(MeterRegistry registry) {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(Meter.Id::getName)
                .filter(name -> name.startsWith("kindred") && !name.endsWith(".active"))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void eachOperationAndStatementIsTimedOnce() {
        application().run(context -> {
            work(context);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(operations(registry)).isEqualTo(ONCE);
            assertThat(registry.find("kindred.statement").timers().stream().mapToLong(Timer::count))
                    .containsOnly(1L)
                    .hasSize(3);
            assertThat(registry.get("kindred.operation")
                            .tag("kindred.operation", "load")
                            .timer()
                            .getId()
                            .getTag("kindred.relation"))
                    .isEqualTo("User.profile");
        });
    }

    @Test
    void thePoolHasMeters() {
        application().withPropertyValues("kindred.pool.max-size=3").run(context -> {
            work(context);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("kindred.pool.acquire")
                            .tags("name", "connectionFactory", "outcome", "completed")
                            .timer()
                            .count())
                    .isEqualTo(3);
            assertThat(registry.get("r2dbc.pool.max.allocated").gauge().value()).isEqualTo(3);
            assertThat(registry.get("r2dbc.pool.acquired").gauge().value()).isZero();
            assertThat(registry.get("r2dbc.pool.idle").gauge().value()).isEqualTo(1);
        });
    }

    @Test
    void severalRegistriesHaveEachMeter() {
        application()
                .withBean("first", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
                .withBean("second", SimpleMeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> {
                    work(context);

                    for (String name : List.of("first", "second")) {
                        MeterRegistry registry = context.getBean(name, MeterRegistry.class);
                        assertThat(operations(registry)).isEqualTo(ONCE);
                        assertThat(registry.get("kindred.pool.acquire").timer().count())
                                .isEqualTo(3);
                    }
                });
    }

    @Test
    void aPoolOfSpringBootHasItsOwnMeters() {
        application().withPropertyValues("kindred.pool.enabled=false").run(context -> {
            work(context);

            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(operations(registry)).isEqualTo(ONCE);
            assertThat(meters(registry)).containsExactly("kindred.operation", "kindred.statement");
        });
    }

    @Test
    void withoutTheModuleNothingIsMeasured() {
        application()
                .withClassLoader(new FilteredClassLoader(KindredObservations.class.getPackageName()))
                .withPropertyValues(NO_REPOSITORIES)
                .run(context -> {
                    assertThat(context)
                            .hasNotFailed()
                            .doesNotHaveBean(KindredObservationAutoConfiguration.class)
                            .hasSingleBean(MeterRegistry.class);
                    work(context);
                    assertThat(meters(context.getBean(MeterRegistry.class))).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.micrometer.core", "io.micrometer.observation", "io.micrometer"})
    void withoutMicrometerTheApplicationWorks(String absent) {
        application()
                .withClassLoader(new FilteredClassLoader(absent))
                .withPropertyValues(NO_REPOSITORIES)
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(KindredObservationAutoConfiguration.class);
                    work(context);
                });
    }

    @Test
    void thePropertiesOfSpringBootSwitchItOff() {
        application()
                .withPropertyValues("management.observations.enable.kindred=false")
                .run(context -> {
                    work(context);
                    assertThat(meters(context.getBean(MeterRegistry.class))).containsExactly("kindred.pool.acquire");
                });
        noRows();
        application()
                .withPropertyValues("management.observations.enable.kindred.statement=false")
                .run(context -> {
                    work(context);
                    assertThat(meters(context.getBean(MeterRegistry.class)))
                            .containsExactly("kindred.operation", "kindred.pool.acquire");
                });
        noRows();
        application()
                .withPropertyValues("management.metrics.enable.kindred=false")
                .run(context -> {
                    work(context);
                    assertThat(meters(context.getBean(MeterRegistry.class))).isEmpty();
                });
    }

    /** The server of this replica is a primary. */
    @Test
    void statementsOfReplicasAreCounted() {
        application()
                .withPropertyValues("kindred.replicas.urls[0]=" + database.r2dbcUrl())
                .run(context -> {
                    ReactiveMapper mapper = context.getBean(ReactiveMapper.class);
                    run(mapper.find(User.class, 1L).as(mapper::fromReplica));
                    assertThat(context.getBean(MeterRegistry.class)
                                    .get("kindred.replica.statements")
                                    .tag("choice", "fallback_unreachable")
                                    .counter()
                                    .count())
                            .isEqualTo(1);
                });
    }
}
