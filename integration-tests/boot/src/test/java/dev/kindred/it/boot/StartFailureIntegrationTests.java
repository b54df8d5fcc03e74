package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.boot.app.Application;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong setting ends the start with an explanation, and without a secret. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureIntegrationTests extends BootTests {

    private static final String FAILED = "APPLICATION FAILED TO START";

    private static void start(String... properties) {
        String[] arguments =
                Stream.of(properties).map(property -> "--" + property).toArray(String[]::new);
        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.flyway.enabled=false", "spring.r2dbc.url=" + database.r2dbcUrl())
                        .run(arguments))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://user:hunter2@localhost/shop",
                "r2dbc:postgresql:user:hunter2@localhost",
                "postgresql://user:hunter2@localhost/shop",
                "hunter2"
            })
    void theFormOfTheUrlIsExplained(String url, CapturedOutput output) {
        start("spring.r2dbc.url=" + url);

        assertThat(output)
                .contains(FAILED)
                .contains("spring.r2dbc.url: The URL must be r2dbc:postgresql://user:password@host:port/database.")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kindred.pool.max-size=0",
                "kindred.pool.connect-timeout=0s",
                "kindred.pool.acquire-timeout=-1s",
                "kindred.pool.statement-timeout=0s",
                "kindred.pool.lock-timeout=0s",
                "kindred.pool.idle-in-transaction-timeout=0s",
                "kindred.statement-timeout=0s",
                "kindred.transaction.timeout=0s",
                "kindred.relations.sibling-batch-size=0",
                "kindred.relations.sibling-rows=0",
                "kindred.relations.preload-rows=0"
            })
    void aValueOutOfItsRangeIsNamed(String property, CapturedOutput output) {
        start(property);

        String name = property.substring(0, property.indexOf('='));
        assertThat(output)
                .contains(FAILED)
                .contains(name + ": The value is refused: ")
                .contains("Correct " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base64!", "aHVudGVyMg=="})
    void aCursorKeyIsNotShown(String key, CapturedOutput output) {
        start("kindred.cursor-key=" + key);

        assertThat(output).contains(FAILED).contains("kindred.cursor-key").doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kindred.schema.verify=perhaps",
                "kindred.relations.load-mode=often",
                "kindred.shared-reads=sometimes",
                "kindred.shared-writes=sometimes",
                "kindred.transaction.other-factory=ignore",
                "kindred.pool.max-size=many"
            })
    void aValueOfAnotherTypeIsNamed(String property, CapturedOutput output) {
        start(property);

        assertThat(output).contains(FAILED).contains(property.substring(0, property.indexOf('=')));
    }

    @Test
    void anotherDatabaseIsRefused(CapturedOutput output) {
        bare.withBean(ConnectionFactory.class, () -> new ConnectionFactory() {
                    @Override
                    public Publisher<? extends Connection> create() {
                        throw new IllegalStateException("no connection is needed");
                    }

                    @Override
                    public ConnectionFactoryMetadata getMetadata() {
                        return () -> "H2";
                    }
                })
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("The database is 'H2'. Kindred works with PostgreSQL."));
    }

    @ParameterizedTest
    @CsvSource({"kindred.shared-reads, sharedReads", "kindred.shared-writes, sharedWrites"})
    void sharedStatementsNeedThePoolOfKindred(String property, String option) {
        bare.withPropertyValues(property + "=when-busy")
                .withBean(ConnectionFactory.class, () -> ConnectionFactories.get(database.r2dbcUrl()))
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(property)
                        .rootCause()
                        .hasMessageContaining(option + " needs a pool of Connections"));
    }
}
