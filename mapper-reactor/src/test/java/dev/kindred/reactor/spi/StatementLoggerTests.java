package dev.kindred.reactor.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.reactor.spi.StatementExecution.Outcome;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.util.Logger;
import reactor.util.Loggers;

class StatementLoggerTests {

    private final List<String> written = new ArrayList<>();

    @AfterEach
    void restore() {
        Loggers.resetLoggerFactory();
    }

    @Test
    void writesWhatWasSentAndHowItEnded() {
        Loggers.useCustomLoggers(this::logger);
        StatementListener listener = StatementListener.logging();

        listener.onStatement(new Sent("SELECT 1", 2, 3, Duration.ofMillis(4), Outcome.COMPLETED));
        listener.onStatement(new Sent("SELECT 2", 0, 0, Duration.ZERO, Outcome.CANCELLED));

        assertThat(written)
                .containsExactly(
                        "debug COMPLETED 4 ms, 2 binds, 3 rows: SELECT 1",
                        "warn CANCELLED 0 ms, 0 binds, 0 rows: SELECT 2");
    }

    @Test
    void namesAServerThatWasChosen() {
        Loggers.useCustomLoggers(this::logger);
        StatementExecution sent = new Sent("SELECT 1", 0, 1, Duration.ZERO, Outcome.COMPLETED) {
            @Override
            public String server() {
                return "replica:5432";
            }

            @Override
            public ServerChoice choice() {
                return ServerChoice.REPLICA_KNOWN;
            }
        };

        StatementListener.logging().onStatement(sent);

        assertThat(written)
                .containsExactly("debug COMPLETED 0 ms, 0 binds, 1 rows on replica:5432 (replica known): SELECT 1");
    }

    /** Keeps the level and the line of each statement. Reactor logs the choice of loggers. */
    private Logger logger(String name) {
        return (Logger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == boolean.class) {
                        return true;
                    }
                    if (name.equals("dev.kindred.sql")) {
                        written.add(method.getName() + " " + ((Object[]) arguments[1])[0]);
                    }
                    return null;
                });
    }

    /** Users configure the logger by its name. */
    @Test
    void theLoggerHasItsName() {
        List<String> names = new ArrayList<>();
        Logger silent = (Logger) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> null);
        Loggers.useCustomLoggers(name -> {
            names.add(name);
            return silent;
        });

        StatementListener.logging();

        assertThat(names).contains("dev.kindred.sql");
    }

    private static class Sent implements StatementExecution {

        private final String sql;
        private final int parameters;
        private final long rows;
        private final Duration duration;
        private final Outcome outcome;

        Sent(String sql, int parameters, long rows, Duration duration, Outcome outcome) {
            this.sql = sql;
            this.parameters = parameters;
            this.rows = rows;
            this.duration = duration;
            this.outcome = outcome;
        }

        @Override
        public String sql() {
            return sql;
        }

        @Override
        public int parameters() {
            return parameters;
        }

        @Override
        public long rows() {
            return rows;
        }

        @Override
        public Duration duration() {
            return duration;
        }

        @Override
        public Outcome outcome() {
            return outcome;
        }

        @Override
        public Operation operation() {
            return Operation.OTHER;
        }

        @Override
        public @Nullable Class<?> entity() {
            return null;
        }

        @Override
        public @Nullable String relation() {
            return null;
        }
    }
}
