package dev.kindred.reactor.spi;

import reactor.util.context.ContextView;

/**
 * Receives each statement of a mapper after the statement has ended, including those that begin and end transactions.
 * Called on the event loop of the connection, so it must not block. Must be thread-safe. An exception that it throws is
 * logged and otherwise ignored.
 */
@FunctionalInterface
public interface StatementListener {

    /** A statement has ended. */
    void onStatement(StatementExecution execution);

    /**
     * A statement has ended. {@code context} is the Reactor Context of its subscriber, for example for a trace. If
     * siblings load a relation together, or callers share a statement, it is the Context of the first subscriber. Calls
     * {@link #onStatement(StatementExecution)} by default.
     */
    default void onStatement(StatementExecution execution, ContextView context) {
        onStatement(execution);
    }

    /**
     * Returns a listener that writes each statement to the logger {@code dev.kindred.sql} at level DEBUG, and a
     * statement that did not complete at level WARN. It uses SLF4J if it is on the class path.
     */
    static StatementListener logging() {
        return new StatementLogger();
    }
}
