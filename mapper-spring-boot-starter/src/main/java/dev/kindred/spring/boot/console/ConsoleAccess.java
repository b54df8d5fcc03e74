package dev.kindred.spring.boot.console;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Admits requests of this machine only, unless {@code kindred.console.remote} is true. Any other request gets 404.
 * Thread-safe.
 */
final class ConsoleAccess implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean remote;

    ConsoleAccess(ConsoleProperties properties) {
        this.remote = properties.remote();
    }

    @Override
    public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
        secure(request.exchange().getResponse().getHeaders());
        return remote || isLocal(request)
                ? next.handle(request)
                : ServerResponse.notFound().build();
    }

    /** A proxy on this machine forwards requests of others. A foreign host name is a page that rebinds its DNS name. */
    private static boolean isLocal(ServerRequest request) {
        HttpHeaders headers = request.headers().asHttpHeaders();
        InetSocketAddress address = request.remoteAddress().orElse(null);
        return address != null
                && address.getAddress() != null
                && address.getAddress().isLoopbackAddress()
                && FORWARDED.stream().noneMatch(headers::containsHeader)
                && isLocalName(headers.getHost());
    }

    private static boolean isLocalName(@Nullable InetSocketAddress host) {
        return host != null && LOCAL_NAMES.contains(host.getHostString().toLowerCase(Locale.ROOT));
    }

    /** Other pages cannot read, show or load anything of the console, and the console loads nothing from elsewhere. */
    private static void secure(HttpHeaders headers) {
        headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
