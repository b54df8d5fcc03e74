package dev.kindred.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

@Tag("any-jdk")
class DatabaseExtensionIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void aSessionLeftInATransactionFailsItsTestAndNoOther() {
        String failure = onlyFailureOf(LeavesTransaction.class, "first");
        assertTrue(failure.contains("is idle in transaction: "), failure);
    }

    @Test
    void aConnectionThatIsNotGivenBackFailsItsTestAndNoOther() {
        String failure = onlyFailureOf(KeepsConnection.class, "first");
        // The run decides the pool size of the class.
        assertTrue(failure.contains(" has 1 acquired and 0 awaited"), failure);
    }

    @Test
    void disposingAPoolDoesNotHideAConnectionThatIsNotGivenBack() {
        String failure = onlyFailureOf(DisposesTooEarly.class, "first");
        assertTrue(failure.contains("a pool of at most 3 has 1 acquired"), failure);
    }

    @Test
    void aDroppedErrorFailsItsTestUnlessExpected() {
        String failure = onlyFailureOf(DropsError.class, "first");
        assertTrue(failure.contains("a dropped error"), failure);
    }

    @Test
    void poolsAndResetsAndNestedClassesWork() {
        TestExecutionSummary summary = run(Careful.class);
        assertEquals(
                List.of(),
                summary.getFailures().stream()
                        .map(TestExecutionSummary.Failure::getException)
                        .toList());
        assertEquals(5, summary.getTestsSucceededCount());
    }

    @Test
    void outsideAClassThereIsNoDatabase() {
        DatabaseExtension idle = DatabaseExtension.create();
        assertThrows(IllegalStateException.class, idle::pool);
    }

    private static String onlyFailureOf(Class<?> fixture, String method) {
        TestExecutionSummary summary = run(fixture);
        List<TestExecutionSummary.Failure> failures = summary.getFailures();
        assertEquals(1, failures.size(), failures::toString);
        assertEquals(summary.getTestsStartedCount() - 1, summary.getTestsSucceededCount());
        assertEquals(method + "()", failures.get(0).getTestIdentifier().getDisplayName());
        return String.valueOf(failures.get(0).getException().getMessage());
    }

    private static TestExecutionSummary run(Class<?> fixture) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(fixture))
                .build();
        LauncherConfig alone = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(alone).execute(request, listener);
        return listener.getSummary();
    }

    private static Connection acquire(ConnectionPool pool) {
        Connection connection = pool.create().block(LIMIT);
        assertNotNull(connection);
        return connection;
    }

    private static void query(ConnectionPool pool, String sql) {
        Flux.usingWhen(
                        pool.create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .flatMap(result -> result.getRowsUpdated()),
                        connection -> connection.close())
                .blockLast(LIMIT);
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LeavesTransaction {

        @RegisterExtension
        static final DatabaseExtension database = DatabaseExtension.create("create table t (id int)");

        @Test
        @Order(1)
        void first() {
            // The pool does not see this BEGIN and accepts the connection as clean.
            query(database.pool(), "begin");
        }

        @Test
        @Order(2)
        void second() {
            query(database.pool(), "insert into t values (1)");
            assertEquals(1, database.postgres().queryLong("select count(*) from t"));
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class KeepsConnection {

        @RegisterExtension
        static final DatabaseExtension database = DatabaseExtension.create();

        @Test
        @Order(1)
        void first() {
            acquire(database.pool());
        }

        @Test
        @Order(2)
        void second() {
            query(database.pool(), "select 1");
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DisposesTooEarly {

        @RegisterExtension
        static final DatabaseExtension database = DatabaseExtension.create();

        @Test
        @Order(1)
        void first() {
            ConnectionPool pool = database.newPool(3);
            acquire(pool);
            pool.dispose();
        }

        @Test
        @Order(2)
        void second() {
            query(database.pool(), "select 1");
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DropsError {

        @RegisterExtension
        static final DatabaseExtension database = DatabaseExtension.create();

        @Test
        @Order(1)
        void first() {
            drop();
        }

        @Test
        @Order(2)
        void second() {
            database.expectDroppedErrors();
            drop();
        }

        @Test
        @Order(3)
        void third() {
            assertNotNull(database.postgres());
        }

        private static void drop() {
            Operators.onErrorDropped(new IllegalStateException("a dropped error"), Context.empty());
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Careful {

        @RegisterExtension
        static final DatabaseExtension database = DatabaseExtension.create("create table t (id int)")
                .resetBefore("truncate t", "insert into t values (7)");

        private static @Nullable ConnectionPool poolOfFirst;
        private static @Nullable ConnectionPool fieldOfFirst;

        private final ConnectionPool field = database.newPool(1);

        @Test
        @Order(1)
        void first() {
            assertSame(database.pool(), database.pool());
            poolOfFirst = database.newPool(2);
            fieldOfFirst = field;
            query(poolOfFirst, "delete from t");
            query(field, "select 1");
            assertEquals(0, database.postgres().queryLong("select count(*) from t"));
        }

        @Test
        @Order(2)
        void second() {
            assertEquals(7, database.postgres().queryLong("select id from t"));
            assertTrue(poolOfFirst != null && poolOfFirst.isDisposed());
            assertTrue(fieldOfFirst != null && fieldOfFirst.isDisposed());
            assertNotSame(fieldOfFirst, field);
        }

        @Test
        @Order(3)
        void connectionsAreAcquiredAndGivenBack() {
            Flux.range(0, 100)
                    .flatMap(i -> Mono.usingWhen(
                            database.pool().create(), connection -> Mono.just(i), connection -> connection.close()))
                    .blockLast(LIMIT);
        }

        @Nested
        class Inner {

            @Test
            void usesTheDatabaseOfTheClassAround() {
                query(database.pool(), "insert into t values (8)");
                assertEquals(2, database.postgres().queryLong("select count(*) from t"));
            }

            @Test
            void alsoTwice() {
                assertEquals(7, database.postgres().queryLong("select id from t"));
            }
        }
    }
}
