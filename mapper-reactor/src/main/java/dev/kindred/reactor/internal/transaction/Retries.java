package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Which failures of a transaction are worth another try: those by which the server keeps transactions in order. */
final class Retries {

    /** Serialization failure and deadlock (PostgreSQL manual, section 13.5). */
    private static final Set<String> RETRYABLE = Set.of("40001", "40P01");

    private Retries() {}

    static <T> Mono<T> of(Mono<T> transaction, TransactionOptions options) {
        return options.retries() == 0
                ? transaction
                : transaction.retryWhen(Retry.backoff(options.retries(), options.firstBackoff())
                        .filter(Retries::isRetryable)
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()));
    }

    /** A transaction whose work has caught the failure ends with an exception that has it as its cause. */
    static boolean isRetryable(Throwable error) {
        @Nullable Throwable cause = error instanceof TransactionException ? error.getCause() : error;
        return cause instanceof StatementException refused && RETRYABLE.contains(refused.sqlState());
    }
}
