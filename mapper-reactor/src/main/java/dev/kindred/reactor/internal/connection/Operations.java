package dev.kindred.reactor.internal.connection;

import dev.kindred.error.MapperException;
import dev.kindred.reactor.spi.ErrorTranslation;
import dev.kindred.reactor.spi.OperationListener;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Observes the operations of a mapper with its listeners, and translates their errors. Without a listener and a
 * translation it returns the operations unchanged.
 * Immutable and thread-safe.
 */
public final class Operations {

    private final List<OperationListener> listeners;
    private final @Nullable ErrorTranslation translation;

    /** Observes with {@code listeners}, in their order, and translates errors with {@code translation}, if any. */
    public Operations(List<OperationListener> listeners, @Nullable ErrorTranslation translation) {
        this.listeners = List.copyOf(listeners);
        this.translation = translation;
    }

    /** Returns {@code work} with its errors translated. The work of an operation is translated already. */
    public <T> Mono<T> translated(Mono<T> work) {
        return translation == null ? work : work.onErrorMap(this::translated);
    }

    /** Returns {@code work} with its errors translated. The work of an operation is translated already. */
    public <T> Flux<T> translated(Flux<T> work) {
        return translation == null ? work : work.onErrorMap(this::translated);
    }

    /** Returns the error to emit for {@code error}. */
    public Throwable translated(Throwable error) {
        return translation != null && error instanceof MapperException failure ? translation.translate(failure) : error;
    }

    /** Returns whether no listener exists. */
    public boolean isUnobserved() {
        return listeners.isEmpty();
    }

    /** Returns the innermost operation of a statement with {@code context}, or null. */
    @Nullable
    ObservedOperation current(ContextView context) {
        return context.getOrDefault(this, null);
    }

    /** Returns {@code work} as one operation. */
    public <T> Mono<T> observe(
            Operation operation, @Nullable Class<?> entity, @Nullable Object relation, Mono<T> work) {
        return translated(
                listeners.isEmpty() ? work : observe(new StatementOrigin(operation, entity, textOf(relation)), work));
    }

    private <T> Mono<T> observe(StatementOrigin origin, Mono<T> work) {
        return Mono.deferContextual(view -> {
            ObservedOperation observed = begin(origin, view);
            return work.doOnSuccess(value -> observed.completed())
                    .doOnError(observed::failed)
                    .doOnCancel(observed::cancelled)
                    .contextWrite(context -> observed.in(context.put(this, observed)));
        });
    }

    /** Returns {@code work} as one operation. */
    public <T> Flux<T> observe(
            Operation operation, @Nullable Class<?> entity, @Nullable Object relation, Flux<T> work) {
        return translated(
                listeners.isEmpty() ? work : observe(new StatementOrigin(operation, entity, textOf(relation)), work));
    }

    private <T> Flux<T> observe(StatementOrigin origin, Flux<T> work) {
        return Flux.deferContextual(view -> {
            ObservedOperation observed = begin(origin, view);
            return work.doOnComplete(observed::completed)
                    .doOnError(observed::failed)
                    .doOnCancel(observed::cancelled)
                    .contextWrite(context -> observed.in(context.put(this, observed)));
        });
    }

    private ObservedOperation begin(StatementOrigin origin, ContextView context) {
        return ObservedOperation.begin(listeners, origin, context);
    }

    private static @Nullable String textOf(@Nullable Object relation) {
        return relation == null ? null : relation.toString();
    }
}
