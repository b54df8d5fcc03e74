package dev.kindred.reactor.spi;

import reactor.util.context.ContextView;

/**
 * Is told of each statement a mapper sends, those that begin and end transactions included, when it has ended. Called
 * on the event loop of the connection, so it must not block; must be thread-safe. What it throws is logged and
 * otherwise ignored.
 */
@FunctionalInterface
public interface StatementListener {

    /** A statement has ended. */
    void onStatement(StatementExecution execution);

    /**
     * A statement has ended; {@code context} is the Reactor Context of its subscriber, such as for a trace. When
     * siblings load a relation together, it is the Context of the first subscriber. By default calls
     * {@link #onStatement(StatementExecution)}.
     */
    default void onStatement(StatementExecution execution, ContextView context) {
        onStatement(execution);
    }

    /**
     * Returns a listener that writes each statement to the logger {@code dev.kindred.internal.sql} (SLF4J's where there
     * is one) at level DEBUG, those that did not complete at WARN.
     */
    static StatementListener logging() {
        return new StatementLogger();
    }
}
