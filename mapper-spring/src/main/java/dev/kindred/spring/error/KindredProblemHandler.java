package dev.kindred.spring.error;

import dev.kindred.error.MapperException;
import dev.kindred.internal.util.Checks;
import java.time.Duration;
import java.util.List;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.transaction.TransactionException;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Writes errors of the mapper as problem details (RFC 9457), for annotated controllers and functional endpoints. An
 * {@code @ExceptionHandler} of the application has precedence. Other errors are passed on.
 *
 * <ul>
 *   <li>404: a missing row.
 *   <li>409: a unique value or a foreign key, with {@code members} and {@code relation}. Also a stale version.
 *   <li>412: a stale version, if the request has {@code If-Match}.
 *   <li>400: invalid input, cursors and parameters, with all {@code violations}.
 *   <li>503 with {@code Retry-After}: no connection, a time limit, a lock or a concurrent transaction.
 *   <li>500: all others. The error is logged.
 * </ul>
 *
 * <p>The body has no SQL, no table, no column and no value. Exceptions of Spring with an exception of the mapper as
 * their cause have the same responses, see {@link KindredExceptionTranslator}. Immutable and thread-safe.
 */
public final class KindredProblemHandler implements WebExceptionHandler, Ordered {

    private static final Log LOG = LogFactory.getLog(KindredProblemHandler.class);

    /** The maximum number of causes that are searched. */
    private static final int CAUSES = 5;

    /** Before the handler of Spring Boot, whose order is -1. */
    private static final int ORDER = -2;

    private final ServerResponse.Context writers;
    private final Duration retryAfter;

    private KindredProblemHandler(ServerResponse.Context writers, Duration retryAfter) {
        this.writers = writers;
        this.retryAfter = retryAfter;
    }

    /** Returns a handler that writes with {@code codecs}. Its {@code Retry-After} is one second. */
    public static KindredProblemHandler of(ServerCodecConfigurer codecs) {
        return new KindredProblemHandler(
                new Writers(Checks.notNull(codecs, "codecs").getWriters()), Duration.ofSeconds(1));
    }

    /** Returns a handler with another {@code Retry-After}, in whole seconds; at least one second. */
    public KindredProblemHandler retryAfter(Duration delay) {
        Checks.argument(
                Checks.notNull(delay, "delay").compareTo(Duration.ofSeconds(1)) >= 0,
                "delay must be at least one second, but is " + delay);
        return new KindredProblemHandler(writers, delay);
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        if (error instanceof InvalidRequestException invalid) {
            return write(exchange, invalid.getBody());
        }
        @Nullable MapperException failure = failureOrNull(error);
        if (failure == null) {
            return Mono.error(error);
        }
        ProblemDetail problem =
                Problems.of(failure, exchange.getRequest().getHeaders().containsHeader(HttpHeaders.IF_MATCH));
        log(exchange, problem, error);
        return write(exchange, problem);
    }

    /** An exception of the application may have its own response, so its cause is not searched. */
    private static @Nullable MapperException failureOrNull(Throwable error) {
        @Nullable Throwable cause = error;
        for (int i = 0; i < CAUSES && cause != null; i++) {
            if (cause instanceof MapperException failure) {
                return failure;
            }
            cause = cause instanceof DataAccessException || cause instanceof TransactionException
                    ? cause.getCause()
                    : null;
        }
        return null;
    }

    private static void log(ServerWebExchange exchange, ProblemDetail problem, Throwable error) {
        String message = exchange.getLogPrefix() + "Response " + problem.getStatus() + " after an error of the mapper";
        if (problem.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            LOG.error(message, error);
        } else if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            LOG.warn(message + ": " + error.getMessage());
        } else {
            LOG.debug(message, error);
        }
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
        exchange.getResponse().getHeaders().clearContentHeaders();
        ServerResponse.BodyBuilder response =
                ServerResponse.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        }
        return response.bodyValue(Problems.properties(problem)).flatMap(body -> body.writeTo(exchange, writers));
    }

    /** Writes bodies only: problem details have no view. */
    private record Writers(List<HttpMessageWriter<?>> messageWriters) implements ServerResponse.Context {

        @Override
        public List<ViewResolver> viewResolvers() {
            return List.of();
        }
    }
}
