package dev.kindred.reactor.spi;

/**
 * Is told of each statement a mapper sends, those that begin and end transactions included, when it has ended. Called on the event loop
 * of the connection, so it must not block; must be thread-safe. What it throws is logged and otherwise ignored.
 */
@FunctionalInterface
public interface StatementListener {

    /** A statement has ended. */
    void onStatement(StatementExecution execution);

    /**
     * Returns a listener that writes each statement to the logger {@code dev.kindred.sql} (SLF4J's where there is one) at level DEBUG, those
     * that did not complete at WARN.
     */
    static StatementListener logging() {
        return new StatementLogger();
    }
}
