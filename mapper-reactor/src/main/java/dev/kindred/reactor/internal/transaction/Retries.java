package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.MapperException;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StatementException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Decides which failures of a transaction are retried: serialization failures, deadlocks, and stale prepared
 * statements.
 */
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

    /** Repeats {@code work} at most {@code times} times if a stale statement was its only failure. */
    static <T> Mono<T> ofStale(Mono<T> work, int times) {
        return work.retryWhen(
                Retry.max(times).filter(Retries::isStale).onRetryExhaustedThrow((retry, signal) -> signal.failure()));
    }

    private static boolean isStale(Throwable error) {
        return error instanceof StaleStatementException
                || (error instanceof TransactionException && error.getCause() instanceof StaleStatementException);
    }

    /** The work may emit a translated error, with the error of the mapper as its cause. */
    private static Throwable ofMapper(Throwable error) {
        return !(error instanceof MapperException) && error.getCause() instanceof MapperException cause ? cause : error;
    }

    /** If the work handles the failure, the transaction ends with an exception that has it as its cause. */
    static boolean isRetryable(Throwable error) {
        Throwable failure = ofMapper(error);
        @Nullable Throwable cause = failure instanceof TransactionException ? failure.getCause() : failure;
        return cause instanceof StaleStatementException
                || (cause instanceof StatementException refused && RETRYABLE.contains(refused.sqlState()));
    }
}
