package dev.kindred.it.support;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees every statement a mapper sends. Safe for use by many threads. */
public final class StatementRecorder implements StatementListener {

    private final List<StatementExecution> executions = new CopyOnWriteArrayList<>();

    @Override
    public void onStatement(StatementExecution execution) {
        executions.add(execution);
    }

    /** Everything that was sent since the last {@link #clear()}, in the order in which it ended. */
    public List<StatementExecution> executions() {
        return List.copyOf(executions);
    }

    /** The texts of what was sent since the last {@link #clear()}, in the order in which it ended. */
    public List<String> texts() {
        return executions.stream().map(StatementExecution::sql).toList();
    }

    /** How many statements were sent since the last {@link #clear()}. */
    public int count() {
        return executions.size();
    }

    /** Forgets what was sent. */
    public void clear() {
        executions.clear();
    }
}
