package dev.kindred.reactor.internal.connection;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * The base of operators between a source of at most one value and its subscriber. It ends exactly once: with the value,
 * with a completion, with an error or with a cancel, whichever is first. Thread-safe.
 *
 * @param <T> the value
 */
public abstract class Relay<T> extends Stage<T> {

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private static final AtomicIntegerFieldUpdater<Relay> ENDS =
            AtomicIntegerFieldUpdater.newUpdater(Relay.class, "ends");

    /** Set by the field updater. */
    private volatile int ends;

    /** Passes signals on to {@code actual}. */
    protected Relay(CoreSubscriber<? super T> actual) {
        super(actual);
    }

    /** A source that answers after the end is cancelled. */
    @Override
    public final void onSubscribe(Subscription subscription) {
        if (isEnded()) {
            subscription.cancel();
        } else {
            super.onSubscribe(subscription);
        }
    }

    @Override
    public final void cancel() {
        if (end()) {
            super.cancel();
        }
    }

    /** The value is the end: a later error or cancel has no effect. */
    @Override
    public void onNext(T value) {
        if (end()) {
            actual().onNext(value);
            actual().onComplete();
        } else {
            late(value);
        }
    }

    @Override
    public void onComplete() {
        if (end()) {
            actual().onComplete();
        }
    }

    /** An error after the end is one of the cancelled source, and is ignored. */
    @Override
    public void onError(Throwable error) {
        if (end()) {
            actual().onError(named(error));
        }
    }

    /** Ends the source and the subscriber with {@code error}, or returns false if the end was earlier. */
    protected final boolean fail(Throwable error) {
        if (!end()) {
            return false;
        }
        if (isSubscribed()) {
            super.cancel();
            actual().onError(error);
        } else {
            Operators.error(actual(), error);
        }
        return true;
    }

    private boolean end() {
        if (ends != 0 || !ENDS.compareAndSet(this, 0, 1)) {
            return false;
        }
        ended();
        return true;
    }

    /** Returns whether the end was reached. */
    protected final boolean isEnded() {
        return ends != 0;
    }

    /** Called once at the end, before the signal. */
    protected void ended() {}

    /** Returns the error to show for {@code error} of the source. */
    protected Throwable named(Throwable error) {
        return error;
    }

    /** Takes a value that arrives after the end. */
    protected void late(T value) {
        Operators.onDiscard(value, currentContext());
    }
}
