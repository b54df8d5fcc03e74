package dev.kindred.reactor.internal.connection;

import io.netty.util.ReferenceCounted;
import io.r2dbc.spi.Result;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/**
 * The results of a statement without parameters. After a cancel the driver reads a released result without an error
 * callback, so Reactor drops the error of the interrupted statement. Here a cancel before the first result does not
 * reach the driver. A result that arrives afterwards is read to its end, and its error is ignored. Thread-safe.
 */
public final class UncancelledResults extends Flux<Result> {

    private final Publisher<? extends Result> source;

    private UncancelledResults(Publisher<? extends Result> source) {
        this.source = source;
    }

    /** Returns the results of {@code source}, which has sent its statement before it emits the first result. */
    public static Flux<Result> of(Publisher<? extends Result> source) {
        return new UncancelledResults(source).doOnDiscard(ReferenceCounted.class, Discarded::release);
    }

    @Override
    public void subscribe(CoreSubscriber<? super Result> actual) {
        source.subscribe(new Reading(actual));
    }

    private static final class Reading extends Stage<Result> {

        private volatile boolean cancelled;
        /** Whether the subscriber has a result. It then cancels the rows of that result. */
        private volatile boolean given;

        Reading(CoreSubscriber<? super Result> actual) {
            super(actual);
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (!given) {
                request(Long.MAX_VALUE);
            } else {
                super.cancel();
            }
        }

        @Override
        public void onNext(Result result) {
            if (cancelled) {
                Discarded.release(result);
            } else {
                given = true;
                actual().onNext(result);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!cancelled) {
                actual().onError(error);
            }
        }

        @Override
        public void onComplete() {
            if (!cancelled) {
                actual().onComplete();
            }
        }
    }
}
