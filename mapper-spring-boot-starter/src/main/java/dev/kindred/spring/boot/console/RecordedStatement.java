package dev.kindred.spring.boot.console;

import dev.kindred.reactor.spi.StatementExecution;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a request, without values. Immutable and thread-safe.
 *
 * @param sql the text, with placeholders
 * @param parameters the number of bound values
 * @param rows the number of rows of the result
 * @param start the time from the start of the request to the sending of the statement, in microseconds
 * @param duration the time from sending to the end of the result, in microseconds
 * @param outcome how it ended
 * @param operation the operation that sent it
 * @param entity the simple name of the entity, or null
 * @param relation the relation, or null
 */
record RecordedStatement(
        String sql,
        int parameters,
        long rows,
        long start,
        long duration,
        StatementExecution.Outcome outcome,
        StatementExecution.Operation operation,
        @Nullable String entity,
        @Nullable String relation) {

    /** Returns the record of a statement that ended {@code end} microseconds after the start of its request. */
    static RecordedStatement of(StatementExecution execution, long end) {
        long duration = execution.duration().toNanos() / 1000;
        Class<?> entity = execution.entity();
        return new RecordedStatement(
                execution.sql(),
                execution.parameters(),
                execution.rows(),
                Math.max(0, end - duration),
                duration,
                execution.outcome(),
                execution.operation(),
                entity == null ? null : entity.getSimpleName(),
                execution.relation());
    }
}
