package dev.kindred.it.shared;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import java.util.List;
import reactor.util.context.ContextView;

/** Adds the trace and the number of callers of each statement to {@code seen}, a list for many threads. */
record TracingListener(List<String> seen) implements StatementListener {

    @Override
    public void onStatement(StatementExecution execution) {
        throw new AssertionError("without a Context");
    }

    @Override
    public void onStatement(StatementExecution execution, ContextView context) {
        seen.add(context.get("trace") + " of " + execution.callers());
    }
}
