package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.connection.Guarded;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.connection.Receiver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One execution of a source with any number of waiting subscribers. The first one starts it, with its Context. The
 * cancel of the last one cancels it. Thread-safe.
 */
final class SharedLoad<T> extends Receiver<T> {

    private final Mono<T> source;
    private final Consumer<SharedLoad<T>> ended;
    private final Context context;
    private final List<Waiter<T, ?>> waiting = new ArrayList<>();
    private boolean over;
    private volatile @Nullable Telling<T> telling;

    /**
     * Runs {@code source} with the Context of {@code first}. Calls {@code ended} after all waiters have received the
     * outcome.
     */
    SharedLoad(Mono<T> source, Waiter<T, ?> first, Consumer<SharedLoad<T>> ended) {
        this.source = source;
        this.context = first.currentContext();
        this.ended = ended;
        this.waiting.add(first);
    }

    /** An exception that the source throws is delivered as its error. Otherwise the waiters would never end. */
    void start() {
        Guarded.of(source).subscribe(this);
    }

    /** Adds {@code waiter}. Returns false if the load has ended. */
    boolean join(Waiter<T, ?> waiter) {
        synchronized (waiting) {
            if (over) {
                return false;
            }
            waiting.add(waiter);
        }
        return true;
    }

    /** Removes {@code waiter}. The last one cancels the source. */
    void leave(Waiter<T, ?> waiter) {
        synchronized (waiting) {
            if (over || !waiting.remove(waiter) || !waiting.isEmpty()) {
                return;
            }
            over = true;
        }
        ended.accept(this);
        cancelUpstream();
    }

    private List<Waiter<T, ?>> finish() {
        List<Waiter<T, ?>> all;
        synchronized (waiting) {
            over = true;
            all = List.copyOf(waiting);
            waiting.clear();
        }
        return all;
    }

    /**
     * Delivers the outcome to the remaining waiters, if this thread is delivering it and this is not a nested call.
     *
     * <p>A {@code flatMap} scans all its sources when one of them ends, but only once for all sources that end while it
     * requests the next elements. It does that when the first of a thousand handles ends, and subscribes to the next
     * one. That subscription calls this method, so the other handles end in the same scan.
     */
    void tellTheOthers() {
        @Nullable Telling<T> current = telling;
        if (current != null) {
            current.theOthers();
        }
    }

    @Override
    public void onComplete() {
        @Nullable T value = take();
        tell(waiter -> waiter.end(value));
    }

    @Override
    public void onError(Throwable error) {
        tell(waiter -> waiter.fail(error));
    }

    private void tell(Consumer<Waiter<T, ?>> outcome) {
        Telling<T> started = new Telling<>(finish(), outcome);
        telling = started;
        started.everyone();
        telling = null;
        ended.accept(this);
        started.report();
    }

    @Override
    public Context currentContext() {
        return context;
    }

    /**
     * Delivers the outcome to one waiter after another, on one thread. Keeps what they throw until all have received
     * it.
     */
    private static final class Telling<T> {

        private final Thread thread = Thread.currentThread();
        private final Iterator<Waiter<T, ?>> untold;
        private final Consumer<Waiter<T, ?>> outcome;
        private final List<Thrown> thrown = new ArrayList<>();
        private boolean isNested;

        Telling(List<Waiter<T, ?>> all, Consumer<Waiter<T, ?>> outcome) {
            this.untold = all.iterator();
            this.outcome = outcome;
        }

        void everyone() {
            while (untold.hasNext()) {
                Waiter<T, ?> waiter = untold.next();
                try {
                    outcome.accept(waiter);
                } catch (Throwable failure) {
                    thrown.add(new Thrown(failure, waiter.currentContext()));
                }
            }
        }

        /** Drops what was thrown. Throws the first fatal error again, as Reactor does. */
        void report() {
            @Nullable Throwable fatal = null;
            for (Thrown each : thrown) {
                if (fatal == null && Exceptions.isFatal(each.failure)) {
                    fatal = each.failure;
                } else {
                    Handover.drop(each.failure, each.context);
                }
            }
            Exceptions.throwIfFatal(fatal);
        }

        private record Thrown(Throwable failure, Context context) {}

        void theOthers() {
            if (thread == Thread.currentThread() && !isNested) {
                isNested = true;
                everyone();
            }
        }
    }

    /**
     * A subscriber that waits for the outcome. It emits its own value of the outcome, or completes empty.
     *
     * @param <T> the outcome
     * @param <V> what is emitted
     */
    static final class Waiter<T, V> extends Operators.MonoSubscriber<T, V> {

        private final Function<T, @Nullable V> mapping;
        private final AtomicReference<@Nullable SharedLoad<T>> load = new AtomicReference<>();

        Waiter(CoreSubscriber<? super V> actual, Function<T, @Nullable V> mapping) {
            super(actual);
            this.mapping = mapping;
        }

        /** Sets the load that it waits for. A cancelled waiter leaves the load at once. */
        void waitFor(SharedLoad<T> joined) {
            load.set(joined);
            if (isCancelled()) {
                joined.leave(this);
            }
        }

        void end(@Nullable T outcome) {
            @Nullable V own = outcome == null ? null : mapping.apply(outcome);
            if (own != null) {
                complete(own);
            } else if (!isCancelled()) {
                onComplete();
            }
        }

        void fail(Throwable error) {
            if (!isCancelled()) {
                onError(error);
            }
        }

        @Override
        public void cancel() {
            super.cancel();
            @Nullable SharedLoad<T> joined = load.get();
            if (joined != null) {
                joined.leave(this);
            }
        }
    }
}
