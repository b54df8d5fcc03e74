package dev.kindred.micrometer;

import dev.kindred.reactor.spi.StatementExecution;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** The observation of one statement. Thread-safe. */
public final class StatementContext extends Observation.Context {

    private final String sql;
    private volatile @Nullable StatementExecution execution;

    StatementContext(String sql) {
        this.sql = sql;
    }

    /** Returns the text, with placeholders. */
    public String sql() {
        return sql;
    }

    /** Returns the statement, or null before its end. */
    public @Nullable StatementExecution execution() {
        return execution;
    }

    void execution(StatementExecution ended) {
        execution = ended;
    }
}
