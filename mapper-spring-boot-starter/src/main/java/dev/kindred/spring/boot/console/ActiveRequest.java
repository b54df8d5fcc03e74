package dev.kindred.spring.boot.console;

import dev.kindred.reactor.internal.hint.RepeatedReads;
import dev.kindred.reactor.spi.StatementExecution;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/** A request while it is handled. Its class is its key in the Reactor Context. Thread-safe. */
final class ActiveRequest {

    private final ServerWebExchange exchange;
    private final @Nullable String reference;
    private final RecordedRequest recorded;
    private final AtomicInteger number = new AtomicInteger();

    ActiveRequest(ServerWebExchange exchange, @Nullable String reference, RecordedRequest recorded) {
        this.exchange = exchange;
        this.reference = reference;
        this.recorded = recorded;
    }

    RepeatedReads reads() {
        return recorded.reads();
    }

    ConsoleEvent add(StatementExecution execution) {
        readPath();
        RecordedStatement statement = recorded.add(execution);
        return new ConsoleEvent.Sent(recorded.id(), reference, number.incrementAndGet(), statement);
    }

    ConsoleEvent end() {
        readPath();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        recorded.status(status == null ? null : status.value());
        recorded.end();
        return new ConsoleEvent.Ended(recorded.summary());
    }

    /** Reads the pattern of the path. It is known after a handler was found, and until an error is written. */
    void readPath() {
        Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (pattern instanceof PathPattern path) {
            recorded.path(path.getPatternString());
        }
    }
}
