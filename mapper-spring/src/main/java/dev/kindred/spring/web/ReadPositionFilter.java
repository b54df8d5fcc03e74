package dev.kindred.spring.web;

import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.MapperException;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.WriteTracker;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Lets a client that has written read its writes from replicas. The position of the primary travels in a signed cookie.
 * Immutable and thread-safe.
 *
 * <ul>
 *   <li>A request that writes with the mapper gets a cookie with the position after its writes: one more statement,
 *       before the response is committed. Other requests get none, and send no statement.
 *   <li>The reads of a replica of a request with the cookie are at least at its position, see
 *       {@link ReactiveMapper#notBefore}.
 *   <li>A cookie that was changed or signed with another key is ignored. Set the same {@code cursorKey} on all
 *       instances.
 *   <li>If the position cannot be read, the response has no cookie, and a warning is logged: the writes are done.
 *   <li>A response body that writes while it is sent is not noticed: its headers are sent before.
 * </ul>
 */
public final class ReadPositionFilter implements WebFilter {

    private static final Log LOG = LogFactory.getLog(ReadPositionFilter.class);

    private final ReactiveMapper mapper;
    private final String cookie;
    private final Duration maxAge;

    private ReadPositionFilter(ReactiveMapper mapper, String cookie, Duration maxAge) {
        this.mapper = mapper;
        this.cookie = cookie;
        this.maxAge = maxAge;
    }

    /**
     * Returns a filter for the writes and reads of {@code mapper}.
     *
     * @param cookie the name of the cookie
     * @param maxAge how long a client keeps it; more than the lag of the replicas
     */
    public static ReadPositionFilter of(ReactiveMapper mapper, String cookie, Duration maxAge) {
        return new ReadPositionFilter(mapper, cookie, maxAge);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        WriteTracker tracker = mapper.trackWrites();
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> tracker.position()
                .doOnNext(position -> response.addCookie(cookie(exchange.getRequest(), position)))
                .onErrorResume(MapperException.class, ReadPositionFilter::withoutCookie)
                .then());
        return chain.filter(exchange).contextWrite(tracker::in).contextWrite(position(exchange.getRequest()));
    }

    private static Mono<String> withoutCookie(MapperException error) {
        LOG.warn("A request has written, but its position could not be read, so its client may read older rows from"
                + " replicas: " + error.getClass().getSimpleName());
        return Mono.empty();
    }

    private Function<Context, Context> position(ServerHttpRequest request) {
        @Nullable HttpCookie sent = request.getCookies().getFirst(cookie);
        try {
            return sent == null ? UnaryOperator.identity() : mapper.notBefore(sent.getValue());
        } catch (InvalidCursorException e) {
            return UnaryOperator.identity();
        }
    }

    private ResponseCookie cookie(ServerHttpRequest request, String position) {
        return ResponseCookie.from(cookie, position)
                .httpOnly(true)
                .secure("https".equals(request.getURI().getScheme()))
                .sameSite("Lax")
                .path("/")
                .maxAge(maxAge)
                .build();
    }
}
