package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What listeners learn of a statement. Immutable and thread-safe. */
record SentStatement(
        String sql,
        int parameters,
        long rows,
        Duration duration,
        Outcome outcome,
        StatementOrigin origin,
        int callers,
        ChosenServer chosen)
        implements StatementExecution {

    @Override
    public @Nullable String server() {
        return chosen.name();
    }

    @Override
    public ServerChoice choice() {
        return chosen.choice();
    }

    @Override
    public Operation operation() {
        return origin.operation();
    }

    @Override
    public @Nullable Class<?> entity() {
        return origin.entity();
    }

    @Override
    public @Nullable String relation() {
        return origin.relation();
    }
}
