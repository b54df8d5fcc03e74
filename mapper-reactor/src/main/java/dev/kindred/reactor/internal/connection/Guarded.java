package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MappingException;
import java.util.function.Consumer;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A source that ends with an error when it throws. Reactor throws errors that it treats as fatal, such as a missing
 * class, and then sends no signal: a subscriber that holds a connection would wait for ever. Thread-safe.
 *
 * @param <T> the value
 */
public final class Guarded<T> extends MonoOperator<T, T> {

    private final Consumer<Consumer<Throwable>> started;

    private Guarded(Mono<? extends T> source, Consumer<Consumer<Throwable>> started) {
        super(source);
        this.started = started;
    }

    /** Returns {@code source}, which ends with an error if it throws on subscription or request. */
    public static <T> Mono<T> of(Mono<T> source) {
        return of(source, end -> {});
    }

    /** Returns the same source. {@code started} receives a function that ends the running source with an error. */
    public static <T> Mono<T> of(Mono<T> source, Consumer<Consumer<Throwable>> started) {
        return onAssembly(new Guarded<>(source, started));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Guard<T> guard = new Guard<>(actual);
        started.accept(guard::end);
        try {
            source.subscribe(guard);
        } catch (Throwable thrown) {
            guard.end(thrown);
        }
    }

    private static final class Guard<T> extends Relay<T> {

        Guard(CoreSubscriber<? super T> actual) {
            super(actual);
        }

        @Override
        public void request(long n) {
            try {
                super.request(n);
            } catch (Throwable thrown) {
                end(thrown);
            }
        }

        /** An exception after the end is one of the subscriber. */
        void end(Throwable thrown) {
            if (!fail(signal(thrown))) {
                Handover.drop(thrown, currentContext());
            }
        }

        /** Operators throw a fatal error again when they get it as a signal. */
        private static Throwable signal(Throwable thrown) {
            return Exceptions.isFatal(thrown)
                    ? new MappingException(
                            "The work failed with " + thrown.getClass().getSimpleName() + ". See the cause.", thrown)
                    : thrown;
        }
    }
}
