package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.error.SchemaMismatchException;
import dev.kindred.it.boot.app.Note;
import dev.kindred.it.boot.app.Profile;
import dev.kindred.it.boot.app.User;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementListener;
import dev.kindred.schema.Schema;
import dev.kindred.spring.boot.KindredEntities;
import dev.kindred.test.internal.PostgresDatabase;
import dev.kindred.test.internal.PostgresServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** The comparison of the database with the entities when an application starts. */
@ExtendWith(OutputCaptureExtension.class)
class SchemaCheckIntegrationTests extends BootTests {

    private static final String GOOD = "classpath:db/migration";
    private static final String BAD = "classpath:db/other";

    private final List<StatementExecution> statements = new CopyOnWriteArrayList<>();
    private PostgresDatabase empty;

    @BeforeEach
    void createEmptyDatabase() {
        empty = PostgresServer.shared().createDatabase();
    }

    @AfterEach
    void dropEmptyDatabase() {
        empty.close();
    }

    private ApplicationContextRunner migrated(String locations) {
        return bare.withBean(StatementListener.class, () -> statements::add)
                .withPropertyValues(
                        "spring.r2dbc.url=" + empty.r2dbcUrl(),
                        "spring.flyway.enabled=true",
                        "spring.flyway.locations=" + locations,
                        "spring.flyway.url=jdbc:postgresql://" + empty.host() + ":" + empty.port() + "/"
                                + empty.database(),
                        "spring.flyway.user=" + empty.user(),
                        "spring.flyway.password=" + empty.password());
    }

    @Test
    void itRunsAfterMigrations() {
        migrated(GOOD).withPropertyValues("kindred.schema.verify=fail").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(statements).isNotEmpty().allMatch(statement -> statement.operation() == Operation.SCHEMA);
        });
    }

    @Test
    void differencesEndTheStart() {
        migrated(BAD)
                .withPropertyValues("kindred.schema.verify=fail")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(SchemaMismatchException.class)
                        .hasMessageContaining("notes")
                        .hasMessageContaining("profiles.user_id (User.profile): expected a unique index"));
    }

    @Test
    void differencesCanBeLogged(CapturedOutput output) {
        migrated(BAD)
                .withPropertyValues("kindred.schema.verify=warn")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output.getAll().lines().filter(line -> line.contains("dev.kindred.schema")))
                .anyMatch(line -> line.contains("profiles.user_id"))
                .anyMatch(line -> line.contains("notes"));
    }

    @Test
    void byDefaultNoStatementIsSent() {
        migrated(BAD).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(statements).isEmpty();
        });
    }

    @Test
    void lazyApplicationsCheckToo() {
        migrated(BAD)
                .withPropertyValues("kindred.schema.verify=fail")
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void aWarningNeedsNoDatabase(CapturedOutput output) {
        bare.withPropertyValues(
                        "kindred.schema.verify=warn", "spring.r2dbc.url=r2dbc:postgresql://user:hunter2@127.0.0.1:1/db")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .contains("The database could not be compared with the entities")
                .doesNotContain("hunter2");
    }

    @Test
    void theEntitiesAreThoseOfTheApplication() {
        application()
                .run(context -> assertThat(
                                context.getBean(KindredEntities.class).types())
                        .containsExactly(Note.class, Profile.class, User.class));
    }

    @Test
    void theEntitiesCanBeThoseOfEntityScan() {
        application()
                .withUserConfiguration(Scan.class)
                .run(context -> assertThat(
                                context.getBean(KindredEntities.class).types())
                        .containsExactly(dev.kindred.it.boot.other.Tag.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan("dev.kindred.it.boot.other")
    static class Scan {}

    @Test
    void theEntitiesCanBeThoseOfAProperty() {
        application()
                .withPropertyValues("kindred.schema.packages=dev.kindred.it.boot.other")
                .run(context -> assertThat(
                                context.getBean(KindredEntities.class).types())
                        .containsExactly(dev.kindred.it.boot.other.Tag.class));
    }

    @Test
    void theEntitiesCanBeABean() {
        migrated(BAD)
                .withPropertyValues("kindred.schema.verify=fail")
                .withBean(KindredEntities.class, () -> KindredEntities.of(User.class))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ReactiveMapper.class));
    }

    @Test
    void aSchemaOfTheApplicationComesFirst() {
        migrated(BAD)
                .withPropertyValues("kindred.schema.verify=fail")
                .withBean(Schema.class, () -> Schema.of(User.class))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anApplicationWithoutEntitiesIsToldSo(CapturedOutput output) {
        application()
                .withPropertyValues("kindred.schema.verify=fail", "kindred.schema.packages=dev.kindred.nothing")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).contains("kindred.schema.verify found no entities");
    }
}
