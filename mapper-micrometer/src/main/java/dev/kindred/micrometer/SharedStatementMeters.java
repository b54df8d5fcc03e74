package dev.kindred.micrometer;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The meter of reads and writes that share a statement: the distribution summary {@code kindred.statement.callers},
 * with the number of callers of each statement that more than one caller shared. Its tag {@code entity} is the entity
 * that was read or written, or {@code none}, and its tag {@code operation} what was done, such as {@code FIND} or
 * {@code INSERT}. Thread-safe.
 * <pre>{@code
 * ReactiveMapper.builder(pool)
 *         .sharedReads(SharedReads.WHEN_BUSY)
 *         .sharedWrites(SharedWrites.WHEN_BUSY)
 *         .listener(new SharedStatementMeters(registry))
 *         .build();
 * }</pre>
 */
public final class SharedStatementMeters implements StatementListener {

    private final MeterRegistry registry;

    /** Creates the meter in {@code registry}. */
    public SharedStatementMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry must not be null");
    }

    /** Records the callers of {@code execution}. */
    @Override
    public void onStatement(StatementExecution execution) {
        if (execution.callers() > 1) {
            @Nullable Class<?> entity = execution.entity();
            registry.summary(
                            "kindred.statement.callers",
                            "entity",
                            entity == null ? "none" : entity.getSimpleName(),
                            "operation",
                            execution.operation().name())
                    .record(execution.callers());
        }
    }
}
