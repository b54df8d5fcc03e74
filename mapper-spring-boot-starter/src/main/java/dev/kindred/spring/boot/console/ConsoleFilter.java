package dev.kindred.spring.boot.console;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Puts the request into the Reactor Context, so that its statements find it, and its number into the response header
 * {@code Kindred-Request}. Thread-safe.
 */
final class ConsoleFilter implements WebFilter, Ordered {

    /** A client can send this header to recognize the events of its request. */
    static final String REFERENCE = "Kindred-Reference";

    private static final String REQUEST = "Kindred-Request";
    private static final Pattern VALID_REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final RequestLog log;

    ConsoleFilter(RequestLog log) {
        this.log = log;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (ConsoleRoutes.contains(exchange.getRequest().getPath())) {
            return chain.filter(exchange);
        }
        return Mono.defer(() -> record(exchange, chain));
    }

    private Mono<Void> record(ServerWebExchange exchange, WebFilterChain chain) {
        String reference = reference(exchange);
        RecordedRequest recorded = log.begin(exchange.getRequest().getMethod().name(), reference);
        ActiveRequest request = new ActiveRequest(exchange, reference, recorded);
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().set(REQUEST, Long.toString(recorded.id()));
        AtomicBoolean failed = new AtomicBoolean();
        // The handlers of errors run after this filter. The status of an error is known when they write the response.
        response.beforeCommit(() -> Mono.fromRunnable(() -> {
            if (failed.get()) {
                log.publish(request.end());
            }
        }));
        return chain.filter(exchange)
                .doFinally(signal -> {
                    if (signal == SignalType.ON_ERROR && !response.isCommitted()) {
                        request.readPath();
                        failed.set(true);
                    } else {
                        log.publish(request.end());
                    }
                })
                .contextWrite(context -> context.put(ActiveRequest.class, request));
    }

    private static @Nullable String reference(ServerWebExchange exchange) {
        String reference = exchange.getRequest().getHeaders().getFirst(REFERENCE);
        return reference != null && VALID_REFERENCE.matcher(reference).matches() ? reference : null;
    }
}
