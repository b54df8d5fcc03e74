package dev.kindred.micrometer;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names and keys of statements. Thread-safe: it has no state. */
final class StatementConvention implements ObservationConvention<StatementContext> {

    @Override
    public String getName() {
        return "kindred.statement";
    }

    /** The first word of the text, for example {@code select}. */
    @Override
    public String getContextualName(StatementContext context) {
        return context.sql().strip().split("\\W+", 2)[0].toLowerCase(Locale.ROOT);
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(StatementContext context) {
        @Nullable StatementExecution execution = context.execution();
        return (execution == null
                        ? Keys.of(Operation.OTHER, null, null, null)
                        : Keys.of(execution.operation(), execution.entity(), execution.relation(), execution.outcome()))
                .and(
                        "db.system.name",
                        "postgresql",
                        "kindred.server",
                        execution == null || execution.server() == null ? "unknown" : execution.server(),
                        "kindred.server.choice",
                        execution == null ? "none" : Keys.lower(execution.choice()));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(StatementContext context) {
        @Nullable StatementExecution execution = context.execution();
        return KeyValues.of(
                "db.query.text",
                context.sql(),
                "kindred.rows",
                Long.toString(execution == null ? 0 : execution.rows()),
                "kindred.callers",
                Integer.toString(execution == null ? 1 : execution.callers()));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof StatementContext;
    }
}
