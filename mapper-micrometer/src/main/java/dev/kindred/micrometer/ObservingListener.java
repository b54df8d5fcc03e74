package dev.kindred.micrometer;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.OperationObserver;
import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Outcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Creates the observations of a registry. Opens no scope, so no thread-local value outlives a call. Thread-safe. */
final class ObservingListener implements OperationListener {

    private static final OperationConvention OPERATIONS = new OperationConvention();
    private static final StatementConvention STATEMENTS = new StatementConvention();
    private static final OperationObserver IGNORED = (outcome, error) -> {};

    private final ObservationRegistry registry;

    ObservingListener(ObservationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public OperationObserver onSubscribe(LogicalOperation operation, ContextView context) {
        if (registry.isNoop()) {
            return IGNORED;
        }
        OperationContext observed = new OperationContext(operation);
        Observation observation = Observation.createNotStarted(null, OPERATIONS, () -> observed, registry);
        @Nullable Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        if (parent != null) {
            observation.parentObservation(parent);
        }
        return new Observed(observation.start(), observed);
    }

    private final class Observed implements OperationObserver {

        private final Observation observation;
        private final OperationContext observed;

        Observed(Observation observation, OperationContext observed) {
            this.observation = observation;
            this.observed = observed;
        }

        @Override
        public Context context(Context context) {
            return observation.isNoop() ? context : context.put(ObservationThreadLocalAccessor.KEY, observation);
        }

        @Override
        public Consumer<StatementExecution> onStatement(String sql) {
            StatementContext sent = new StatementContext(sql);
            Observation statement = Observation.createNotStarted(null, STATEMENTS, () -> sent, registry)
                    .parentObservation(observation)
                    .start();
            return execution -> {
                sent.execution(execution);
                observed.count(execution);
                statement.stop();
            };
        }

        @Override
        public void onEnd(Outcome outcome, @Nullable Throwable error) {
            observed.outcome(outcome);
            if (error != null) {
                observation.error(error);
            }
            observation.stop();
        }
    }
}
