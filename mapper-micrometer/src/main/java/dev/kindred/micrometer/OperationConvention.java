package dev.kindred.micrometer;

import dev.kindred.reactor.spi.LogicalOperation;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** The names and keys of operations. Thread-safe: it has no state. */
final class OperationConvention implements ObservationConvention<OperationContext> {

    @Override
    public String getName() {
        return "kindred.operation";
    }

    @Override
    public String getContextualName(OperationContext context) {
        LogicalOperation operation = context.operation();
        return Keys.name(operation.operation(), operation.entity(), operation.relation());
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(OperationContext context) {
        LogicalOperation operation = context.operation();
        return Keys.of(operation.operation(), operation.entity(), operation.relation(), context.outcome());
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(OperationContext context) {
        return KeyValues.of(
                "kindred.statements",
                Long.toString(context.statements()),
                "kindred.rows",
                Long.toString(context.rows()));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof OperationContext;
    }
}
