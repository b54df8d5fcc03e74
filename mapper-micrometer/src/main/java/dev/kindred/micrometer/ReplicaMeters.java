package dev.kindred.micrometer;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.reactor.spi.StatementExecution.ServerChoice;
import dev.kindred.reactor.spi.StatementListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Objects;

/**
 * The meter of pipelines that may use a replica: the counter {@code kindred.replica.statements}. Its tag {@code choice}
 * is why the server was chosen, such as {@code replica_known}, {@code fallback_stale} or {@code repeated}, and its tag
 * {@code server} is the server as {@code host:port}, or {@code unknown}. Statements that begin and end transactions are
 * not counted, nor are statements that no choice of a replica concerns. Thread-safe.
 * <pre>{@code
 * ReactiveMapper.builder(pool)
 *         .replicas(Replicas.of(replica))
 *         .listener(new ReplicaMeters(registry))
 *         .build();
 * }</pre>
 */
public final class ReplicaMeters implements StatementListener {

    private final MeterRegistry registry;

    /** Creates the meter in {@code registry}. */
    public ReplicaMeters(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry must not be null");
    }

    /** Counts {@code execution}. */
    @Override
    public void onStatement(StatementExecution execution) {
        if (execution.choice() != ServerChoice.PRIMARY && execution.operation() != Operation.TRANSACTION) {
            registry.counter(
                            "kindred.replica.statements",
                            "choice",
                            execution.choice().name().toLowerCase(Locale.ROOT),
                            "server",
                            Objects.requireNonNullElse(execution.server(), "unknown"))
                    .increment();
        }
    }
}
