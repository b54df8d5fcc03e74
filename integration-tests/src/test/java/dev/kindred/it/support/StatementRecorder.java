package dev.kindred.it.support;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records every statement of a mapper. Safe for use by many threads. */
public final class StatementRecorder implements StatementListener {

    private final List<StatementExecution> executions = new CopyOnWriteArrayList<>();

    @Override
    public void onStatement(StatementExecution execution) {
        executions.add(execution);
    }

    /** Returns the statements since the last {@link #clear()}, in the order in which they ended. */
    public List<StatementExecution> executions() {
        return List.copyOf(executions);
    }

    /** Returns the texts of the statements since the last {@link #clear()}, in the order in which they ended. */
    public List<String> texts() {
        return executions.stream().map(StatementRecorder::text).toList();
    }

    /** Behind a pooler, BEGIN has the time limits of the pool. */
    private static String text(StatementExecution execution) {
        return PgBouncer.isWanted()
                ? execution.sql().replaceFirst("(; SET LOCAL [a-z_]+=[0-9]+)+$", "")
                : execution.sql();
    }

    /** Returns the number of statements since the last {@link #clear()}. */
    public int count() {
        return executions.size();
    }

    /** Clears the record. */
    public void clear() {
        executions.clear();
    }
}
