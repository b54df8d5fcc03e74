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
 * One execution of a source that any number of subscribers wait for. The first one starts it and lends it its Context; it is cancelled
 * when the last one goes away. Thread-safe.
 */
final class SharedLoad<T> extends Receiver<T> {

    private final Mono<T> source;
    private final Consumer<SharedLoad<T>> ended;
    private final Context context;
    private final List<Waiter<T, ?>> waiting = new ArrayList<>();
    private boolean over;
    private volatile @Nullable Telling<T> telling;

    /** Will run {@code source} with the Context of {@code first}, and call {@code ended} when everyone has been told the outcome. */
    SharedLoad(Mono<T> source, Waiter<T, ?> first, Consumer<SharedLoad<T>> ended) {
        this.source = source;
        this.context = first.currentContext();
        this.ended = ended;
        this.waiting.add(first);
    }

    /** What the source throws is told as its error, since everyone would wait for ever. */
    void start() {
        Guarded.of(source).subscribe(this);
    }

    /** Lets {@code waiter} wait too, or returns false when it is over. */
    boolean join(Waiter<T, ?> waiter) {
        synchronized (waiting) {
            if (over) {
                return false;
            }
            waiting.add(waiter);
        }
        return true;
    }

    /** Lets {@code waiter} go away; the last one that does cancels the source. */
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
     * Tells the outcome to everyone who has not been told yet, if this thread is just telling it and this is no call from within such a call.
     *
     * <p>A {@code flatMap} looks through all its sources whenever one of them ends, but only once for all that end while it asks for the next
     * elements. It does that when the first of a thousand handles ends, and subscribes to the next: that one lets the others end then.
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

    /** Tells the outcome to one after the other, on one thread. What one of them throws is kept until all of them have been told. */
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

        /** Drops what was thrown. The first that Reactor takes for fatal is thrown again, as Reactor does. */
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
     * One that waits for the outcome and emits what it is to it, or completes empty.
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

        /** Is told which load it waits for; one that has gone away before leaves that at once. */
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
