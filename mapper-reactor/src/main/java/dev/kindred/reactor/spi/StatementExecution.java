package dev.kindred.reactor.spi;

import java.time.Duration;

/**
 * One statement that was sent. Holds no value of a parameter or a row.
 *
 * @param sql the text, with placeholders
 * @param parameters how many values were bound
 * @param rows how many rows came back
 * @param duration from sending to the end of the result
 * @param outcome how it ended
 * @param origin why it was sent
 */
public record StatementExecution(
        String sql, int parameters, long rows, Duration duration, Outcome outcome, StatementOrigin origin) {

    /** Makes an execution of {@link StatementOrigin#UNKNOWN} origin. */
    public StatementExecution(String sql, int parameters, long rows, Duration duration, Outcome outcome) {
        this(sql, parameters, rows, duration, outcome, StatementOrigin.UNKNOWN);
    }

    /** How a statement ended. */
    public enum Outcome {
        /** The result was read to its end. */
        COMPLETED,
        /** The server refused it, the connection was lost, a value did not fit, or its time ran out. */
        FAILED,
        /** Whoever waited for it went away. */
        CANCELLED
    }
}
