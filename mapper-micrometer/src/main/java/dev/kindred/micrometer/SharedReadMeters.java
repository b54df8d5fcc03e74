package dev.kindred.micrometer;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The meter of reads that share a statement: the distribution summary {@code kindred.statement.callers}, with the
 * number of callers of each statement that more than one caller shared. Its tag {@code entity} is the entity that was
 * read, or {@code none}. Thread-safe.
 * <pre>{@code
 * ReactiveMapper.builder(pool)
 *         .sharedReads(SharedReads.WHEN_BUSY)
 *         .listener(new SharedReadMeters(registry))
 *         .build();
 * }</pre>
 */
public final class SharedReadMeters implements StatementListener {

    private final MeterRegistry registry;

    /** Creates the meter in {@code registry}. */
    public SharedReadMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry must not be null");
    }

    /** Records the callers of {@code execution}. */
    @Override
    public void onStatement(StatementExecution execution) {
        if (execution.callers() > 1) {
            @Nullable Class<?> entity = execution.entity();
            registry.summary("kindred.statement.callers", "entity", entity == null ? "none" : entity.getSimpleName())
                    .record(execution.callers());
        }
    }
}
