package dev.kindred.reactor.internal.transaction;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.TransactionException;
import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.TimeoutMono;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The callbacks that run after a transaction has ended and its connection was returned. Thread-safe. */
final class TransactionCallbacks {

    private final Queue<Callback> callbacks = new ConcurrentLinkedQueue<>();
    private final Duration limit;

    /** Cancels a callback after {@code limit}. */
    TransactionCallbacks(Duration limit) {
        this.limit = limit;
    }

    void add(TransactionScope scope, boolean afterCommit, Mono<?> action) {
        callbacks.add(new Callback(scope, afterCommit, bounded(action)));
    }

    private Mono<?> bounded(Mono<?> action) {
        return TimeoutMono.within(
                limit,
                Guarded.of(action.then()),
                () -> new TransactionException(
                        "A callback after the transaction took longer than " + limit
                                + ", so it was cancelled. Do less in the callback, or allow the transaction more time.",
                        null));
    }

    /** Runs the callbacks after {@code transaction} has ended, and then emits its outcome. */
    <T> Mono<T> after(Mono<T> transaction) {
        return transaction
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorResume(error -> run().onErrorResume(failure -> {
                            if (failure != error) {
                                error.addSuppressed(failure);
                            }
                            return Mono.empty();
                        })
                        .then(Mono.error(error)))
                .flatMap(result -> run().then(Mono.justOrEmpty(result)));
    }

    /**
     * Runs the callbacks for the outcome of the transaction, one after another. A failure does not stop the others.
     * After a commit the error is an {@link AfterCommitException}.
     */
    Mono<Void> run() {
        if (callbacks.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> {
            AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
            return Flux.fromIterable(callbacks)
                    .filter(Callback::isDue)
                    .concatMap(each -> each.run(first))
                    .then(Mono.defer(() -> {
                        @Nullable Throwable failure = first.get();
                        return failure == null ? Mono.empty() : Mono.error(failure);
                    }));
        });
    }

    private record Callback(TransactionScope scope, boolean afterCommit, Mono<?> action) {

        boolean isDue() {
            return afterCommit ? !scope.isVoid() : scope.isRolledBack();
        }

        Mono<Void> run(AtomicReference<@Nullable Throwable> first) {
            return action.then().onErrorResume(error -> {
                @Nullable Throwable earlier = first.get();
                if (earlier == null) {
                    first.set(scope.root().isVoid() ? error : afterCommit(error));
                } else if (earlier != error) {
                    earlier.addSuppressed(error);
                }
                return Mono.empty();
            });
        }

        private static AfterCommitException afterCommit(Throwable error) {
            return new AfterCommitException(
                    "The transaction is committed, but a callback after it failed. Its rows are stored: do not"
                            + " repeat the transaction.",
                    error);
        }
    }
}
