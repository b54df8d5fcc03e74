package dev.kindred.test;

import dev.kindred.reactor.internal.hint.RepeatedRead;
import dev.kindred.reactor.spi.StatementExecution;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the statements of a {@link StatementRecorder}. A failure lists the statements, without values.
 * Confined to one thread.
 */
public final class StatementRecorderAssert extends AbstractAssert<StatementRecorderAssert, StatementRecorder> {

    StatementRecorderAssert(StatementRecorder recorder) {
        super(recorder, StatementRecorderAssert.class);
    }

    /** Fails unless exactly {@code statements} statements were sent, without those of transactions. */
    public StatementRecorderAssert executed(int statements) {
        int found = actual.statements().size();
        if (found != statements) {
            failWithMessage("Expected %s but found %s.%s", counted(statements), counted(found), listed());
        }
        return this;
    }

    /** Fails if a statement was sent. */
    public StatementRecorderAssert executedNothing() {
        return executed(0);
    }

    /**
     * Fails if three or more operations have read with the same statement, as a read for each entity of a list does.
     * The test needs at least three such entities. A query with its preloads, and a stream with its chunks, are one
     * operation.
     */
    public StatementRecorderAssert noNPlusOne() {
        List<RepeatedRead> repeated = actual.reads().found();
        if (!repeated.isEmpty()) {
            StringBuilder hints = new StringBuilder();
            repeated.forEach(read ->
                    hints.append("\n  ").append(read.hint()).append("\n    ").append(read.sql()));
            failWithMessage("Expected no N+1 reads, but:%s%s", hints, listed());
        }
        return this;
    }

    /**
     * Fails if several connections of the pool were in use when a statement was sent.
     *
     * @throws IllegalStateException if the recorder has no pool to observe
     */
    public StatementRecorderAssert usedOneConnection() {
        if (!actual.observesConnections()) {
            throw new IllegalStateException(
                    "The recorder does not observe a pool. Create it with new StatementRecorder(pool).");
        }
        int connections = actual.connections();
        if (connections > 1) {
            failWithMessage("Expected one connection, but %s were in use at once.%s", connections, listed());
        }
        return this;
    }

    private static String counted(int statements) {
        return statements == 1 ? "1 statement" : statements + " statements";
    }

    private String listed() {
        List<StatementExecution> statements = actual.statements();
        StringBuilder text = new StringBuilder(statements.isEmpty() ? "" : "\nThe statements:");
        for (int i = 0; i < statements.size(); i++) {
            StatementExecution statement = statements.get(i);
            text.append("\n  ").append(i + 1).append(". ").append(subject(statement));
            text.append(", ").append(statement.rows()).append(" rows: ").append(statement.sql());
        }
        return text.toString();
    }

    private static String subject(StatementExecution statement) {
        @Nullable String relation = statement.relation();
        @Nullable Class<?> entity = statement.entity();
        String of = relation != null ? " " + relation : entity != null ? " " + entity.getSimpleName() : "";
        return statement.operation() + of;
    }
}
