package dev.kindred.spring.transaction;

import dev.kindred.error.TransactionException;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.spi.MapperTransaction;
import dev.kindred.reactor.transaction.TransactionOptions;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A transaction of the mapper that is begun and ended by separate calls. Its work waits for one of {@link #commit()}
 * and {@link #rollback()}. Thread-safe.
 */
final class HeldTransaction {

    private final MapperTransaction transaction;
    private final Sinks.Empty<Void> work = Sinks.empty();
    private final Sinks.Empty<Void> outcome;
    private volatile Runnable onCancel = () -> {};

    private HeldTransaction(MapperTransaction transaction, Sinks.Empty<Void> outcome) {
        this.transaction = transaction;
        this.outcome = outcome;
    }

    /** Begins a transaction on a connection of its own. A cancel before it has begun leaves no transaction. */
    static Mono<HeldTransaction> begin(ReactiveMapper mapper, TransactionOptions options) {
        return new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super HeldTransaction> actual) {
                Begin begin = new Begin(actual);
                mapper.requiresNew(begin.work(), options).subscribe(begin);
            }
        };
    }

    MapperTransaction transaction() {
        return transaction;
    }

    /**
     * Runs {@code action} when the mapper ends the transaction by itself: after its time limit, or if its begin was
     * cancelled. The connection then gets another user.
     */
    void onCancel(Runnable action) {
        onCancel = action;
    }

    /** Commits. Ends with the error of the transaction if it was not committed. */
    Mono<Void> commit() {
        return Mono.defer(() -> {
            work.tryEmitEmpty();
            return outcome.asMono();
        });
    }

    /** Rolls back, and completes after the connection was given back. */
    Mono<Void> rollback() {
        return Mono.defer(() -> {
            work.tryEmitError(new TransactionException("Spring has rolled back the transaction.", null));
            return outcome.asMono().onErrorComplete();
        });
    }

    /**
     * Holds the transaction that begins for a subscriber, so that a cancel can end it at any time. Put into the
     * Context by the subscriber.
     */
    static final class Beginning {

        private final AtomicReference<@Nullable Begin> begin = new AtomicReference<>();

        /** Rolls back what has begun. */
        void cancel() {
            @Nullable Begin begun = begin.get();
            if (begun != null) {
                begun.end();
            }
        }

        Context in(Context context) {
            return context.put(Beginning.class, this);
        }

        private static void register(ContextView context, Begin begin) {
            @Nullable Beginning beginning = context.getOrDefault(Beginning.class, null);
            if (beginning != null) {
                beginning.begin.set(begin);
            }
        }
    }

    /** Emits the transaction when it has begun. Afterwards it receives the outcome. */
    private static final class Begin implements CoreSubscriber<Object>, Subscription {

        private enum State {
            WAITING,
            BEGUN,
            ENDED
        }

        private final CoreSubscriber<? super HeldTransaction> actual;
        private final Sinks.Empty<Void> outcome = Sinks.empty();
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();

        Begin(CoreSubscriber<? super HeldTransaction> actual) {
            this.actual = actual;
            Beginning.register(actual.currentContext(), this);
        }

        Mono<Void> work() {
            return Mono.deferContextual(context -> {
                @Nullable MapperTransaction transaction = JoinableTransaction.transactionOrNull(context);
                if (transaction == null) {
                    return Mono.error(new TransactionException(
                            "The mapper of the transaction manager was built without a SpringTransactionBridge. Build"
                                    + " it with ReactiveMapper.builder(connectionFactory,"
                                    + " SpringTransactionBridge.of(connectionFactory)).",
                            null));
                }
                HeldTransaction held = new HeldTransaction(transaction, outcome);
                if (state.compareAndSet(State.WAITING, State.BEGUN)) {
                    actual.onNext(held);
                    actual.onComplete();
                }
                return held.work.asMono().doOnCancel(() -> held.onCancel.run());
            });
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream.set(subscription);
            actual.onSubscribe(this);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object none) {
            // the work has no value
        }

        @Override
        public void onError(Throwable error) {
            if (state.getAndSet(State.ENDED) == State.WAITING) {
                actual.onError(error);
            } else if (outcome.tryEmitError(error).isFailure()) {
                Operators.onErrorDropped(error, currentContext());
            }
        }

        @Override
        public void onComplete() {
            state.set(State.ENDED);
            outcome.tryEmitEmpty();
        }

        @Override
        public void request(long n) {
            // emitted when begun; every subscriber of a Mono requests it
        }

        /** Once it has begun, the subscriber has the transaction and ends it. */
        @Override
        public void cancel() {
            if (state.compareAndSet(State.WAITING, State.ENDED)) {
                end();
            }
        }

        void end() {
            @Nullable Subscription begun = upstream.get();
            if (begun != null) {
                begun.cancel();
            }
            outcome.tryEmitEmpty();
        }
    }
}
