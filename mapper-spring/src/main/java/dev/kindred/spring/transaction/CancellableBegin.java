package dev.kindred.spring.transaction;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.transaction.ReactiveTransaction;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * The begin of a transaction. A cancel rolls back what has begun, unless the subscriber has received the transaction:
 * it then ends the transaction itself. Thread-safe.
 */
final class CancellableBegin extends MonoOperator<ReactiveTransaction, ReactiveTransaction> {

    CancellableBegin(Mono<ReactiveTransaction> source) {
        super(source);
    }

    @Override
    public void subscribe(CoreSubscriber<? super ReactiveTransaction> actual) {
        source.subscribe(new Handover(actual));
    }

    private static final class Handover implements CoreSubscriber<ReactiveTransaction>, Subscription {

        private final CoreSubscriber<? super ReactiveTransaction> actual;
        private final HeldTransaction.Beginning beginning = new HeldTransaction.Beginning();
        private final AtomicBoolean decided = new AtomicBoolean();
        private final Context context;
        private @Nullable Subscription upstream;

        Handover(CoreSubscriber<? super ReactiveTransaction> actual) {
            this.actual = actual;
            this.context = beginning.in(actual.currentContext());
        }

        @Override
        public Context currentContext() {
            return context;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            actual.onSubscribe(this);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ReactiveTransaction transaction) {
            if (decided.compareAndSet(false, true)) {
                actual.onNext(transaction);
                actual.onComplete();
            }
        }

        @Override
        public void onError(Throwable error) {
            if (decided.compareAndSet(false, true)) {
                actual.onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (decided.compareAndSet(false, true)) {
                actual.onComplete();
            }
        }

        @Override
        public void request(long n) {
            // requested on subscribe: the begin has one value at most
        }

        @Override
        public void cancel() {
            if (decided.compareAndSet(false, true)) {
                if (upstream != null) {
                    upstream.cancel();
                }
                beginning.cancel();
            }
        }
    }
}
