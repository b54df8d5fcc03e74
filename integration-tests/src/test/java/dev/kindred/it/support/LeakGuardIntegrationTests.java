package dev.kindred.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.kindred.error.MappingException;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.type.SqlTypes;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;
import reactor.core.publisher.Mono;
import reactor.util.Loggers;

/** Plants one leak in each place that the guard watches. */
class LeakGuardIntegrationTests {

    private static final String CANARY = "⟦canary⟧'\"\\;--$1?::";

    @Test
    void theGuardIsArmed() {
        assertThatCode(LeakGuard::proveArmed).doesNotThrowAnyException();
    }

    @Test
    void eachPlantedLeakFailsItsTestAndNoOther() {
        TestExecutionSummary summary = run(Leaking.class);

        assertThat(summary.getTestsStartedCount()).isEqualTo(11);
        assertThat(summary.getFailures().stream().map(LeakGuardIntegrationTests::told))
                .containsExactlyInAnyOrder(
                        "writesAValueIntoAStatement(): A statement has the value <" + CANARY + ">",
                        "writesAnElementIntoAStatement(): A statement has the value <" + CANARY + ">",
                        "logsAValue(): A message has the value <" + CANARY + ">",
                        "logsAnErrorWithAValue(): A message has the value <" + CANARY + ">",
                        "failsWithAValue(): An error has the value <" + CANARY + ">",
                        "failsWithAValueInACause(): An error has the value <" + CANARY + ">",
                        "failsWithASuppressedValue(): An error has the value <" + CANARY + ">",
                        "logsAKey(): A message has the value <" + Leaking.ID + ">");
    }

    private static String told(Failure failure) {
        String message = failure.getException().getMessage();
        return failure.getTestIdentifier().getDisplayName() + ": " + message.substring(0, message.indexOf('>') + 1);
    }

    private static TestExecutionSummary run(Class<?> fixture) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherConfig alone = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(fixture))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Leaking {

        static final UUID ID = new UUID(47, 11);

        @RegisterExtension
        static final DatabaseExtension database = DatabaseExtension.create();

        private final ReactiveMapper mapper = ReactiveMapper.create(database.pool());

        @Test
        @Order(1)
        void bindsAValue() {
            assertThat(read("select :v as v", CANARY)).isEqualTo(CANARY);
        }

        @Test
        @Order(2)
        void writesAValueIntoAStatement() {
            read("select :v as v", CANARY);
            read("select :v as v /* " + CANARY + " */", "other");
        }

        @Test
        @Order(3)
        void writesAnElementIntoAStatement() {
            mapper.sql("select 1 where 'a' = any(:v)")
                    .bind("v", SqlTypes.list(SqlTypes.STRING), List.of("a", CANARY))
                    .execute()
                    .block();
            read("select :v as v /* " + CANARY + " */", "other");
        }

        @Test
        @Order(4)
        void logsAValue() {
            read("select :v as v", CANARY);
            Loggers.getLogger("dev.kindred.planted").trace("the value {}", CANARY);
        }

        @Test
        @Order(5)
        void logsAnErrorWithAValue() {
            read("select :v as v", CANARY);
            Loggers.getLogger("dev.kindred.planted").debug("failed", new IllegalStateException(CANARY));
        }

        @Test
        @Order(6)
        void failsWithAValue() {
            read("select :v as v", CANARY);
            fail(new MappingException("no " + CANARY));
        }

        @Test
        @Order(7)
        void failsWithAValueInACause() {
            read("select :v as v", CANARY);
            fail(new MappingException("no", new IllegalStateException(CANARY)));
        }

        @Test
        @Order(8)
        void failsWithASuppressedValue() {
            read("select :v as v", CANARY);
            MappingException error = new MappingException("no");
            error.addSuppressed(new IllegalStateException("for " + CANARY));
            fail(error);
        }

        @Test
        @Order(9)
        void mayAskForValues() {
            database.expectShownValues();
            read("select :v as v", CANARY);
            fail(new MappingException("no " + CANARY));
        }

        @Test
        @Order(10)
        void logsAKey() {
            mapper.sql("select 1 where :v is null").bind("v", ID).execute().block();
            Loggers.getLogger("dev.kindred.planted").info("the key {}", ID);
        }

        @Test
        @Order(11)
        void mayNameAKeyInAnError() {
            mapper.sql("select 1 where :v is null").bind("v", ID).execute().block();
            fail(new MappingException("no " + ID));
        }

        private String read(String sql, String value) {
            return mapper.sql(sql)
                    .bind("v", value)
                    .map(row -> row.get("v", String.class))
                    .one()
                    .block();
        }

        private static void fail(MappingException error) {
            assertThat(catchThrowable(() -> Mono.defer(() -> Mono.error(error)).block()))
                    .isSameAs(error);
        }
    }
}
