package dev.kindred.reactor.internal.connection;

import dev.kindred.internal.util.Checks;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
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

    @SuppressWarnings("rawtypes") // a class literal has no type arguments
    private static final AtomicIntegerFieldUpdater<Relay> PHASES =
            AtomicIntegerFieldUpdater.newUpdater(Relay.class, "phase");

    private static final int UNANSWERED = 0;
    private static final int ANSWERING = 1;
    private static final int ANSWERED = 2;
    private static final int FAILED = 3;

    /** Set by the field updater. */
    private volatile int ends;

    /** How far the source has answered the subscription. */
    private volatile int phase;

    private @Nullable Throwable failure;

    /** Passes signals on to {@code actual}. */
    protected Relay(CoreSubscriber<? super T> actual) {
        super(actual);
    }

    /**
     * A source that answers after the end is cancelled. An error of another thread waits until the subscriber has its
     * subscription.
     */
    @Override
    public final void onSubscribe(Subscription subscription) {
        if (phase != UNANSWERED || !PHASES.compareAndSet(this, UNANSWERED, ANSWERING)) {
            subscription.cancel();
            return;
        }
        try {
            super.onSubscribe(subscription);
        } finally {
            if (!PHASES.compareAndSet(this, ANSWERING, ANSWERED)) {
                deliverFailure();
            }
        }
    }

    /** Continues with another source after the first one failed. A cancel at the same time reaches the other source. */
    final void continueWith(Subscription subscription) {
        replace(subscription);
        if (isEnded()) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
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
        failure = error;
        int reached = PHASES.getAndSet(this, FAILED);
        if (reached == UNANSWERED) {
            Operators.error(actual(), error);
        } else if (reached == ANSWERED) {
            deliverFailure();
        }
        return true;
    }

    private void deliverFailure() {
        super.cancel();
        actual().onError(Checks.notNull(failure, "failure"));
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
