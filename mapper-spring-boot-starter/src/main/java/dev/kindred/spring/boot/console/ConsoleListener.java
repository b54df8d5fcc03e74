package dev.kindred.spring.boot.console;

import dev.kindred.reactor.spi.StatementExecution;
import dev.kindred.reactor.spi.StatementListener;
import reactor.util.context.ContextView;

/** Adds each statement to the request in the Context of its subscriber. Thread-safe. */
final class ConsoleListener implements StatementListener {

    private final RequestLog log;

    ConsoleListener(RequestLog log) {
        this.log = log;
    }

    @Override
    public void onStatement(StatementExecution execution) {
        // Without a Context the request is not known.
    }

    @Override
    public void onStatement(StatementExecution execution, ContextView context) {
        context.<ActiveRequest>getOrEmpty(ActiveRequest.class)
                .ifPresent(request -> log.publish(request.add(execution)));
    }
}
