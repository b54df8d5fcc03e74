package dev.kindred.spring.boot.console;

import dev.kindred.reactor.spi.LogicalOperation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.OperationObserver;
import dev.kindred.reactor.spi.StatementExecution;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** Counts the repeated reads of the request in the Context of an operation. Thread-safe. */
final class RequestReads implements OperationListener {

    private static final OperationObserver IGNORED = new Ignored();

    @Override
    public OperationObserver onSubscribe(LogicalOperation operation, ContextView context) {
        return context.<ActiveRequest>getOrEmpty(ActiveRequest.class)
                .map(request -> request.reads().onSubscribe(operation, context))
                .orElse(IGNORED);
    }

    /** Observes an operation outside of any request. */
    private static final class Ignored implements OperationObserver {

        @Override
        public void onEnd(StatementExecution.Outcome outcome, @Nullable Throwable error) {
            // Only requests have hints.
        }
    }
}
