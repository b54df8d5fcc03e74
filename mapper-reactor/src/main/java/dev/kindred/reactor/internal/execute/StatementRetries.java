package dev.kindred.reactor.internal.execute;

import dev.kindred.error.StatementException;
import dev.kindred.reactor.internal.connection.ChosenServer;
import dev.kindred.reactor.internal.connection.ConnectionScope;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Repeats statements outside a transaction that the server has rolled back. Each such statement is a transaction of its
 * own, so nothing of it is stored. Immutable and thread-safe.
 *
 * @param times the greatest number of repetitions, or 0
 * @param firstBackoff the wait before the first one
 */
public record StatementRetries(int times, Duration firstBackoff) {

    /** Serialization failure and deadlock (PostgreSQL manual, section 13.5). */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    /** Returns {@code scope}, whose statements are repeated. */
    ConnectionScope around(ConnectionScope scope) {
        return times == 0 ? scope : new Repeating(this, scope);
    }

    /**
     * A connection outside a transaction.
     *
     * @param retries how often
     * @param scope the connection
     */
    private record Repeating(StatementRetries retries, ConnectionScope scope) implements ConnectionScope {

        /** A replica that cancels a read does so again. The primary repeats it. */
        @Override
        public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
            return Mono.defer(() -> {
                AtomicReference<@Nullable Connection> used = new AtomicReference<>();
                Mono<T> statement = scope.converse(access, connection -> {
                    used.set(connection);
                    return conversation.apply(connection);
                });
                return statement.retryWhen(Retry.backoff(retries.times, retries.firstBackoff)
                        .filter(error -> isRolledBack(error) && !ChosenServer.isReplica(used.get()))
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()));
            });
        }

        private static boolean isRolledBack(Throwable error) {
            return error instanceof StatementException refused && ROLLED_BACK.contains(refused.sqlState());
        }
    }
}
