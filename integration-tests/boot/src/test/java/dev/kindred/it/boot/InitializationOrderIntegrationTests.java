package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.SchemaMismatchException;
import dev.kindred.it.boot.app.User;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import io.r2dbc.spi.ConnectionFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.connection.init.ConnectionFactoryInitializer;
import org.springframework.r2dbc.connection.init.ResourceDatabasePopulator;

/** The mapper and its schema check wait for whatever creates the tables of an application. */
class InitializationOrderIntegrationTests extends BootTests {

    private static final String GOOD = "db/migration/V1__tables.sql";
    private static final String BAD = "db/other/V1__no_notes.sql";

    private PostgresDatabase empty;

    @BeforeEach
    void createEmptyDatabase() {
        empty = PostgresServer.shared().createDatabase();
    }

    @AfterEach
    void dropEmptyDatabase() {
        empty.close();
    }

    private ApplicationContextRunner created(Creation by, String script) {
        Stream<String> properties = by.properties(empty, script);
        ApplicationContextRunner runner = bare.withPropertyValues(properties.toArray(String[]::new))
                .withPropertyValues("spring.r2dbc.url=" + empty.r2dbcUrl(), "kindred.schema.verify=fail");
        return by == Creation.INITIALIZER ? runner.withUserConfiguration(Initializers.class) : runner;
    }

    @ParameterizedTest
    @EnumSource
    void theCheckFindsTheTables(Creation by) {
        created(by, GOOD).run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @EnumSource
    void theCheckFindsWhatTheTablesLack(Creation by) {
        created(by, BAD)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SchemaMismatchException.class)
                        .hasMessageContaining("profiles.user_id (User.profile): expected a unique index"));
    }

    @ParameterizedTest
    @EnumSource
    void theCheckOfALazyApplicationFindsTheTables(Creation by) {
        created(by, GOOD)
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @EnumSource
    void aBeanThatUsesTheMapperFindsTheTables(Creation by) {
        created(by, GOOD)
                .withPropertyValues("kindred.schema.verify=off")
                .withUserConfiguration(FirstUser.class)
                .run(context -> assertThat(run(context.getBean(ReactiveMapper.class)
                                .from(User.class)
                                .count()))
                        .isEqualTo(1));
    }

    @Test
    void scriptsRunAfterMigrations() {
        created(Creation.LIQUIBASE, GOOD)
                .withPropertyValues("kindred.test.script=db/order/user.sql")
                .withUserConfiguration(Initializers.class)
                .run(context -> assertThat(run(context.getBean(ReactiveMapper.class)
                                .from(User.class)
                                .count()))
                        .isEqualTo(1));
    }

    /** What creates the tables. */
    enum Creation {
        FLYWAY {
            @Override
            Stream<String> properties(PostgresDatabase database, String script) {
                return Stream.concat(
                        jdbc("spring.flyway.", database),
                        Stream.of(
                                "spring.flyway.enabled=true",
                                "spring.flyway.locations=classpath:" + script.substring(0, script.lastIndexOf('/'))));
            }
        },
        LIQUIBASE {
            @Override
            Stream<String> properties(PostgresDatabase database, String script) {
                return Stream.concat(
                        jdbc("spring.liquibase.", database),
                        Stream.of(
                                "spring.liquibase.change-log=classpath:db/changelog.xml",
                                "spring.liquibase.parameters.script=" + script));
            }
        },
        SCRIPT {
            @Override
            Stream<String> properties(PostgresDatabase database, String script) {
                return Stream.of("spring.sql.init.mode=always", "spring.sql.init.schema-locations=classpath:" + script);
            }
        },
        INITIALIZER {
            @Override
            Stream<String> properties(PostgresDatabase database, String script) {
                return Stream.of("kindred.test.script=" + script);
            }
        };

        abstract Stream<String> properties(PostgresDatabase database, String script);

        private static Stream<String> jdbc(String prefix, PostgresDatabase database) {
            return Stream.of(
                    prefix + "url=jdbc:postgresql://" + database.host() + ":" + database.port() + "/"
                            + database.database(),
                    prefix + "user=" + database.user(),
                    prefix + "password=" + database.password());
        }
    }

    /** Creates the tables as applications without Spring Boot do. Declared after the beans that read them. */
    static class Initializers {

        @Bean
        ConnectionFactoryInitializer tables(ConnectionFactory factory, @Value("${kindred.test.script}") String script) {
            ConnectionFactoryInitializer initializer = new ConnectionFactoryInitializer();
            initializer.setConnectionFactory(factory);
            initializer.setDatabasePopulator(new ResourceDatabasePopulator(new ClassPathResource(script)));
            return initializer;
        }
    }

    /** Has a bean that writes when it is created. */
    static class FirstUser {

        @Bean
        InitializingBean firstUser(ReactiveMapper mapper) {
            return () -> run(mapper.insert(User.of("ann@example.org")));
        }
    }
}
