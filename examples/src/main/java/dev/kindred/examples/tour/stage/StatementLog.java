package dev.kindred.examples.tour.stage;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records the statements that a mapper sends. Safe for use by many threads. */
public final class StatementLog implements StatementListener {

    private final List<StatementExecution> executions = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    @Override
    public void onStatement(StatementExecution execution) {
        if (listening) {
            executions.add(execution);
        }
    }

    /** Clears the log and starts recording. */
    void start() {
        executions.clear();
        listening = true;
    }

    /** Stops recording and returns the statements, in the order in which they ended. */
    List<StatementExecution> stop() {
        listening = false;
        return List.copyOf(executions);
    }
}
