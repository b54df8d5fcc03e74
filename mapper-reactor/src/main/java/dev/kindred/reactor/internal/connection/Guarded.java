package dev.kindred.reactor.internal.connection;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A source that ends with an error when it throws. Reactor throws errors that it treats as fatal, such as a missing
 * class, and then sends no signal: a subscriber that holds a connection would wait for ever. Thread-safe.
 *
 * @param <T> the value
 */
public final class Guarded<T> extends MonoOperator<T, T> {

    private final @Nullable Consumer<Consumer<Throwable>> started;

    private Guarded(Mono<? extends T> source, @Nullable Consumer<Consumer<Throwable>> started) {
        super(source);
        this.started = started;
    }

    /** Returns {@code source}, which ends with an error if it throws on subscription or request. */
    public static <T> Mono<T> of(Mono<T> source) {
        return onAssembly(new Guarded<>(source, null));
    }

    /** Returns the same source. {@code started} receives a function that ends the running source with an error. */
    public static <T> Mono<T> of(Mono<T> source, Consumer<Consumer<Throwable>> started) {
        return onAssembly(new Guarded<>(source, started));
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        Guard<T> guard = new Guard<>(actual);
        if (started != null) {
            started.accept(guard::end);
        }
        try {
            source.subscribe(guard);
        } catch (Throwable thrown) {
            guard.end(thrown);
        }
    }
}
