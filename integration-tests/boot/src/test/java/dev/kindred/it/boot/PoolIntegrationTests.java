package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.boot.ConnectionPoolBuilderCustomizer;
import dev.kindred.spring.transaction.KindredTransactionManager;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The ConnectionFactory of an application and the beans on it. */
@ExtendWith(OutputCaptureExtension.class)
class PoolIntegrationTests extends BootTests {

    @Test
    void theUrlIsEnoughForAMapperOnOnePool() {
        application().run(context -> {
            ConnectionFactory factory = context.getBean(ConnectionFactory.class);
            assertThat(context).hasSingleBean(ConnectionFactory.class).hasSingleBean(ReactiveMapper.class);
            assertThat(factory).isInstanceOf(ConnectionPool.class);
            assertThat(context.getBean(DatabaseClient.class).getConnectionFactory())
                    .isSameAs(factory);
            assertThat(context.getBean(ReactiveTransactionManager.class)).isInstanceOf(KindredTransactionManager.class);
            assertThat(context).hasSingleBean(TransactionalOperator.class);
            assertThat(maxSize(context)).isEqualTo(10);
            assertThat(limits(context)).isEqualTo("30s 10s 1min");
            assertOneTransaction(context);
        });
    }

    /** The mapper, the client and the transaction manager use one connection. */
    private static void assertOneTransaction(ApplicationContext context) {
        DatabaseClient client = context.getBean(DatabaseClient.class);
        ReactiveMapper mapper = context.getBean(ReactiveMapper.class);
        TransactionalOperator operator = context.getBean(TransactionalOperator.class);
        String pid = "select pg_backend_pid() as pid";

        boolean isOne = run(operator.transactional(client.sql(pid)
                .map(row -> row.get("pid", Integer.class))
                .one()
                .zipWith(mapper.sql(pid)
                        .map(row -> row.get("pid", Integer.class))
                        .one())
                .map(both -> both.getT1().equals(both.getT2()))));

        assertThat(isOne).isTrue();
    }

    @Test
    void thePropertiesSetThePool() {
        application()
                .withPropertyValues(
                        "kindred.pool.max-size=3",
                        "kindred.pool.statement-timeout=7s",
                        "kindred.pool.lock-timeout=2s",
                        "kindred.pool.idle-in-transaction-timeout=5s")
                .run(context -> {
                    assertThat(maxSize(context)).isEqualTo(3);
                    assertThat(limits(context)).isEqualTo("7s 2s 5s");
                });
    }

    @Test
    void theServerSettingsOfAPgBouncerAreLocal() {
        application()
                .withPropertyValues("kindred.pool.pgbouncer=true")
                .run(context -> assertThat(limits(context)).isEqualTo("0 0 0"));
    }

    @Test
    void theSizeAndTheTimesOfSpringBootApply(CapturedOutput output) {
        application()
                .withPropertyValues(
                        "spring.r2dbc.pool.max-size=4",
                        "spring.r2dbc.pool.maxAcquireTime=2s",
                        "spring.r2dbc.pool.min-idle=2")
                .run(context -> assertThat(maxSize(context)).isEqualTo(4));

        assertThat(output).contains("does not use these properties of spring.r2dbc.pool: [min-idle]");
    }

    @Test
    void theOwnSizeComesFirst() {
        application()
                .withPropertyValues("spring.r2dbc.pool.max-size=4", "kindred.pool.max-size=5")
                .run(context -> assertThat(maxSize(context)).isEqualTo(5));
    }

    @Test
    void userAndPasswordCanBeProperties() {
        bare.withPropertyValues(
                        "spring.r2dbc.url=r2dbc:postgresql://" + database.host() + ":" + database.port(),
                        "spring.r2dbc.name=" + database.database(),
                        "spring.r2dbc.username=" + database.user(),
                        "spring.r2dbc.password=" + database.password(),
                        "spring.r2dbc.properties.applicationName=shop")
                .run(context -> assertThat(setting(context.getBean(ReactiveMapper.class), "application_name"))
                        .isEqualTo("shop"));
    }

    /** Testcontainers and Docker Compose define such a bean. */
    @Test
    void connectionDetailsComeBeforeTheUrl() {
        bare.withUserConfiguration(Details.class)
                .withPropertyValues("spring.r2dbc.url=r2dbc:postgresql://wrong/wrong")
                .run(context -> {
                    assertThat(context).hasSingleBean(R2dbcConnectionDetails.class);
                    assertThat(limits(context)).isEqualTo("30s 10s 1min");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Details {

        @Bean
        R2dbcConnectionDetails details() {
            return () -> ConnectionFactoryOptions.parse(database.r2dbcUrl());
        }
    }

    @Test
    void customizersChangeThePool() {
        application()
                .withBean(ConnectionPoolBuilderCustomizer.class, () -> builder -> builder.maxSize(2))
                .withBean(
                        ConnectionFactoryOptionsBuilderCustomizer.class,
                        () -> options -> options.option(Option.valueOf("applicationName"), "customized"))
                .run(context -> {
                    assertThat(maxSize(context)).isEqualTo(2);
                    assertThat(setting(context.getBean(ReactiveMapper.class), "application_name"))
                            .isEqualTo("customized");
                });
    }

    @Test
    void aConnectionFactoryOfTheApplicationIsUsed() {
        bare.withBean(
                        ConnectionFactory.class,
                        () -> new PostgresqlConnectionFactory(
                                database.connectionConfiguration().build()))
                .run(context -> {
                    assertThat(context).hasSingleBean(ConnectionFactory.class);
                    assertThat(limits(context)).isEqualTo("0 0 0");
                    assertOneTransaction(context);
                });
    }

    @Test
    void springBootCanCreateThePool() {
        for (String off : new String[] {"kindred.pool.enabled=false", "spring.r2dbc.pool.enabled=false"}) {
            application().withPropertyValues(off).run(context -> {
                assertThat(context).hasSingleBean(ConnectionFactory.class);
                assertThat(limits(context)).isEqualTo("0 0 0");
                assertOneTransaction(context);
            });
        }
    }

    @Test
    void aTransactionManagerOfTheApplicationIsKept() {
        application().withUserConfiguration(OwnManager.class).run(context -> {
            assertThat(context).hasSingleBean(ReactiveTransactionManager.class);
            assertThat(context).doesNotHaveBean(KindredTransactionManager.class);
            assertOneTransaction(context);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnManager {

        @Bean
        R2dbcTransactionManager manager(ConnectionFactory factory) {
            return new R2dbcTransactionManager(factory);
        }
    }

    @Test
    void aMapperOfTheApplicationIsKept() {
        application().withUserConfiguration(OwnMapper.class).run(context -> {
            assertThat(context).hasSingleBean(ReactiveMapper.class).hasBean("own");
            assertThat(context).doesNotHaveBean(KindredTransactionManager.class);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnMapper {

        @Bean
        ReactiveMapper own(ConnectionFactory factory) {
            return ReactiveMapper.create(factory);
        }
    }

    private static String limits(AssertableApplicationContext context) {
        ReactiveMapper mapper = context.getBean(ReactiveMapper.class);
        return setting(mapper, "statement_timeout") + " " + setting(mapper, "lock_timeout") + " "
                + setting(mapper, "idle_in_transaction_session_timeout");
    }

    private static int maxSize(ApplicationContext context) {
        return context.getBean(ConnectionPool.class)
                .getMetrics()
                .map(PoolMetrics::getMaxAllocatedSize)
                .orElseThrow();
    }
}
