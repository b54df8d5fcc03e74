package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.spi.AmbientTransaction;
import dev.kindred.reactor.spi.ConnectionSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Finds the transaction of a subscriber: a scope of the mapper in its Context, or the ambient transaction of a
 * framework. The lookup of an ambient transaction is asynchronous, so {@link #joined} does it before the work and puts
 * its scope into the Context. Thread-safe.
 */
public final class CurrentTransaction {

    private final ConnectionSource source;
    private final Duration timeout;

    /** Looks up ambient transactions of {@code source}, whose callbacks have {@code timeout} each. */
    public CurrentTransaction(ConnectionSource source, Duration timeout) {
        this.source = source;
        this.timeout = timeout;
    }

    /** Returns the scope in {@code context}, or null. Finds an ambient transaction only within {@link #joined}. */
    public @Nullable TransactionScope in(ContextView context) {
        return TransactionContext.of(context, source).scope();
    }

    /**
     * Returns {@code work} with the scope of the ambient transaction in its Context. Without an ambient transaction,
     * {@code work} itself.
     */
    public <T> Mono<T> joined(Mono<T> work) {
        Mono<AmbientTransaction> ambient = source.ambient();
        return isEmpty(ambient)
                ? work
                : Mono.deferContextual(
                        context -> looked(ambient).flatMap(found -> work.contextWrite(entered(context, found))));
    }

    /**
     * Returns {@code work} with the scope of the ambient transaction in its Context. Without an ambient transaction,
     * {@code work} itself.
     */
    public <T> Flux<T> joined(Flux<T> work) {
        Mono<AmbientTransaction> ambient = source.ambient();
        return isEmpty(ambient)
                ? work
                : Flux.deferContextual(
                        context -> looked(ambient).flatMapMany(found -> work.contextWrite(entered(context, found))));
    }

    /** Returns whether no subscriber has an ambient transaction, so that a lookup is not necessary. */
    public boolean isNeverAmbient() {
        return isEmpty(source.ambient());
    }

    private static boolean isEmpty(Mono<AmbientTransaction> ambient) {
        return ambient == Mono.<AmbientTransaction>empty();
    }

    private static Mono<Optional<AmbientTransaction>> looked(Mono<AmbientTransaction> ambient) {
        return ambient.map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Function<Context, Context> entered(ContextView context, Optional<AmbientTransaction> found) {
        TransactionContext known = TransactionContext.of(context, source);
        if (found.isEmpty()) {
            return known.isSuspended() ? outside -> TransactionContext.NONE.in(outside, source) : Function.identity();
        }
        if (found.get() == known.ambient()) {
            return Function.identity();
        }
        TransactionScope scope = scopeOf(found.get());
        return scope::in;
    }

    /** Returns the scope of {@code ambient}. All operations share it, and with it the order of their statements. */
    private TransactionScope scopeOf(AmbientTransaction ambient) {
        TransactionScope scope = ambient.attachment(
                source, () -> TransactionScope.root(source, WholeTransaction.ambient(ambient, timeout)));
        scope.tellsEnd();
        return scope;
    }
}
