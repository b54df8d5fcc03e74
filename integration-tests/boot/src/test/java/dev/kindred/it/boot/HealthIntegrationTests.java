package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.StatementListener;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Mono;

/** The health of the database and the pool. */
class HealthIntegrationTests extends BootTests {

    private static Health health(ApplicationContext context) {
        return run(context.getBean("kindredHealthContributor", ReactiveHealthIndicator.class)
                .health());
    }

    @Test
    void itShowsThePool() {
        List<String> statements = new CopyOnWriteArrayList<>();
        application()
                .withPropertyValues("kindred.pool.max-size=3")
                .withBean(StatementListener.class, () -> execution -> statements.add(execution.sql()))
                .run(context -> {
                    Health health = health(context);

                    assertThat(health.getStatus()).isEqualTo(Status.UP);
                    assertThat(health.getDetails())
                            .containsEntry("database", "PostgreSQL")
                            .containsEntry("pool", Map.of("acquired", 0, "idle", 1, "pending", 0, "max", 3));
                    assertThat(statements).containsExactly("select 1 as one");
                });
    }

    @Test
    void aPoolWithoutAFreeConnectionIsDown() {
        application().withPropertyValues("kindred.pool.max-size=1").run(context -> {
            Connection held = run(context.getBean(ConnectionPool.class).create());

            Health health = health(context);
            run(Mono.from(held.close()));

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails())
                    .containsEntry("error", "No answer within 2 seconds")
                    .extractingByKey("pool")
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("acquired", 1)
                    .containsEntry("pending", 0);
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void aServerThatCannotBeReachedIsDown() {
        bare.withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://user:hunter2@127.0.0.1:1/db")
                .run(context -> {
                    Health health = health(context);

                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails().toString())
                            .contains("ConnectionException")
                            .doesNotContain("hunter2");
                });
    }

    @Test
    void aFactoryWithoutAPoolHasNoState() {
        bare.withBean(
                        ConnectionFactory.class,
                        () -> new PostgresqlConnectionFactory(
                                database.connectionConfiguration().build()))
                .run(context -> assertThat(health(context).getDetails()).containsOnlyKeys("database"));
    }

    @Test
    void itCanBeSwitchedOff() {
        application()
                .withPropertyValues("management.health.kindred.enabled=false")
                .run(context -> {
                    assertThat(context).hasSingleBean(ReactiveMapper.class);
                    assertThat(context).doesNotHaveBean("kindredHealthContributor");
                });
    }
}
