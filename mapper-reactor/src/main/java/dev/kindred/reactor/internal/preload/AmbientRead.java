package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * The subscription of a handle whose transaction is looked up first. It can be fused, since the subscriber of a handle
 * relies on that; the lookup itself cannot. Thread-safe.
 */
final class AmbientRead<R> extends Operators.MonoSubscriber<R, R> {

    private @Nullable Subscription upstream;
    private boolean found;

    private AmbientRead(CoreSubscriber<? super R> actual) {
        super(actual);
    }

    /** Looks up the transaction of {@code actual}, then calls {@code read} with a subscriber whose Context has it. */
    static <R> void subscribe(
            StatementRunner statements, CoreSubscriber<? super R> actual, Consumer<CoreSubscriber<? super R>> read) {
        Mono<R> row = new Mono<>() {
            @Override
            public void subscribe(CoreSubscriber<? super R> found) {
                read.accept(found);
            }
        };
        statements.operations().translated(statements.joined(row)).subscribe(new AmbientRead<>(actual));
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (Operators.validate(upstream, subscription)) {
            upstream = subscription;
            actual.onSubscribe(this);
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(R row) {
        found = true;
        complete(row);
    }

    /** With a row, {@code complete} sends both signals. */
    @Override
    public void onComplete() {
        if (!found) {
            super.onComplete();
        }
    }

    @Override
    public void cancel() {
        super.cancel();
        if (upstream != null) {
            upstream.cancel();
        }
    }
}
