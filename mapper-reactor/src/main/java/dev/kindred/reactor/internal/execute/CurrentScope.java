package dev.kindred.reactor.internal.execute;

import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.ConnectionScopes;
import dev.kindred.reactor.internal.connection.ReadRouting;
import dev.kindred.reactor.internal.connection.WriteMarks;
import dev.kindred.reactor.internal.transaction.CurrentTransaction;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * The scope of the subscriber: the transaction in its Context, or a new connection for each statement. A connection is
 * acquired when a statement is sent. Thread-safe.
 */
public final class CurrentScope implements ConnectionScope {

    private final ConnectionSource source;
    private final ConnectionScopes connections;
    private final CurrentTransaction current;
    private final StatementRetries retries;
    private final @Nullable ReadRouting routing;

    /** Acquires connections of {@code source} for subscribers without a transaction in {@code current}. */
    public CurrentScope(
            ConnectionSource source,
            ConnectionScopes connections,
            CurrentTransaction current,
            StatementRetries retries) {
        this.source = source;
        this.connections = connections;
        this.current = current;
        this.retries = retries;
        this.routing = ReadRouting.ofOrNull(source);
    }

    /** Returns the transaction in {@code context}, or null. Finds an ambient transaction only within {@code joined}. */
    public @Nullable TransactionScope transactionIn(ContextView context) {
        return current.in(context);
    }

    /** Returns {@code work} with the ambient transaction of the subscriber in its Context. */
    public <T> Mono<T> joined(Mono<T> work) {
        return current.joined(work);
    }

    /** Returns {@code work} with the ambient transaction of the subscriber in its Context. */
    public <T> Flux<T> joined(Flux<T> work) {
        return current.joined(work);
    }

    /** Returns whether no subscriber has an ambient transaction, so that {@code joined} is not necessary. */
    public boolean isNeverAmbient() {
        return current.isNeverAmbient();
    }

    /** Returns whether {@code other} uses the same connection source. */
    boolean sharesConnections(CurrentScope other) {
        return source.equals(other.source);
    }

    /**
     * Runs the statements of {@code operation} on one connection.
     *
     * @param access what the statements do; known before a connection is acquired, for sources that separate reads from
     *     writes
     */
    public <T> Mono<T> run(Access access, Function<ConnectionScope, Mono<T>> operation) {
        return joined(Mono.deferContextual(context -> {
            if (access != Access.READ) {
                WriteMarks.mark(context);
            }
            @Nullable TransactionScope transaction = transactionIn(context);
            return transaction == null ? own(access, operation) : operation.apply(transaction);
        }));
    }

    /** Reads that a replica could not answer are sent once more, to the primary. */
    private <T> Mono<T> own(Access access, Function<ConnectionScope, Mono<T>> operation) {
        Mono<T> once = connections.own(access, owned -> operation.apply(retries.around(owned)));
        return routing == null || access != Access.READ ? once : routing.repeated(once);
    }

    @Override
    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
        return run(access, scope -> scope.converse(access, conversation));
    }
}
