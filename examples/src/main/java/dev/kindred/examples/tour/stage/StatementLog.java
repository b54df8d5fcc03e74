package dev.kindred.examples.tour.stage;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the statements that a mapper sends. Safe for use by many threads. */
public final class StatementLog implements StatementListener {

    private final List<StatementExecution> executions = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    @Override
    public void onStatement(StatementExecution execution) {
        if (listening) {
            executions.add(execution);
        }
    }

    /** Forgets everything and begins to remember. */
    void start() {
        executions.clear();
        listening = true;
    }

    /** Stops and returns what was sent, in the order in which it ended. */
    List<StatementExecution> stop() {
        listening = false;
        return List.copyOf(executions);
    }
}
