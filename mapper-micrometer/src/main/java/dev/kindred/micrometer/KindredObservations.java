package dev.kindred.micrometer;

import dev.kindred.reactor.spi.OperationListener;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;

/**
 * Creates Micrometer observations for the operations of a mapper. Thread-safe and without state.
 * <pre>{@code
 * ReactiveMapper.builder(pool).operationListener(KindredObservations.of(registry)).build();
 * }</pre>
 *
 * <p>Each operation is an observation {@code kindred.operation}. Its parent is the observation in the Reactor Context
 * of the subscriber, such as the request of a WebFlux handler. Each statement is an observation {@code
 * kindred.statement}
 * in it.
 *
 * <ul>
 *   <li>Low cardinality: {@code kindred.operation}, {@code kindred.entity}, {@code kindred.relation} and
 *       {@code kindred.outcome}. A key without a value is {@code none}.
 *   <li>Low cardinality of a statement: {@code kindred.server}, the server as {@code host:port} or {@code unknown}, and
 *       {@code kindred.server.choice}, why it was chosen.
 *   <li>High cardinality of an operation: {@code kindred.statements} without those that begin and end transactions, and
 *       {@code kindred.rows}.
 *   <li>High cardinality of a statement: {@code db.query.text}, with placeholders, {@code kindred.rows}, and
 *       {@code kindred.callers}, the number of callers that shared it.
 * </ul>
 *
 * <p>No value of a parameter or a row is recorded. The error of a failed operation is the error of its observation. Its
 * message may name tables and columns.
 *
 * <p>Add a {@link io.micrometer.observation.GlobalObservationConvention} for {@link OperationContext} or
 * {@link StatementContext} to the registry to change names and keys. An
 * {@link io.micrometer.observation.ObservationPredicate} switches observations off by name.
 */
public final class KindredObservations {

    private KindredObservations() {}

    /**
     * Returns a listener that creates observations in {@code registry}. An operation has no observation if the registry
     * has no handler, for example {@link ObservationRegistry#NOOP}.
     */
    public static OperationListener of(ObservationRegistry registry) {
        return new ObservingListener(Objects.requireNonNull(registry, "registry must not be null"));
    }
}
