package dev.kindred.micrometer;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.micrometer.observation.Observation;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The observation of one operation. Thread-safe. */
public final class OperationContext extends Observation.Context {

    private final LogicalOperation operation;
    private final LongAdder statements = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private volatile @Nullable Outcome outcome;

    OperationContext(LogicalOperation operation) {
        this.operation = operation;
    }

    /** Returns the operation. */
    public LogicalOperation operation() {
        return operation;
    }

    /** Returns the number of statements that have ended, without those that begin and end transactions. */
    public long statements() {
        return statements.sum();
    }

    /** Returns the number of rows of these statements. */
    public long rows() {
        return rows.sum();
    }

    /** Returns the outcome, or null before the end. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    void outcome(Outcome ended) {
        outcome = ended;
    }

    void count(StatementExecution execution) {
        if (execution.operation() != Operation.TRANSACTION) {
            statements.increment();
            rows.add(execution.rows());
        }
    }
}
