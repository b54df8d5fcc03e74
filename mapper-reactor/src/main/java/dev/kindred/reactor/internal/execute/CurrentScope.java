package dev.kindred.reactor.internal.execute;

import dev.kindred.reactor.internal.connection.ConnectionScope;
import dev.kindred.reactor.internal.connection.ConnectionScopes;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Where the statements of a subscriber run: in the transaction its Context carries, else on a connection of their own. Thread-safe. */
public final class CurrentScope {

    private final ConnectionSource source;
    private final ConnectionScopes connections;

    /** Takes connections of {@code source} for those that are in no transaction on one. */
    public CurrentScope(ConnectionSource source, ConnectionScopes connections) {
        this.source = source;
        this.connections = connections;
    }

    /** Returns the transaction that {@code context} carries for this mapper's connections, or null. */
    public @Nullable TransactionScope transactionIn(ContextView context) {
        return TransactionScope.from(context, source);
    }

    /** Tells whether {@code other} takes its connections from where this one does. */
    public boolean sharesConnections(CurrentScope other) {
        return source.equals(other.source);
    }

    /** Runs an operation of one or more statements on one connection. */
    public <T> Mono<T> run(Function<ConnectionScope, Mono<T>> operation) {
        return Mono.deferContextual(context -> {
            @Nullable TransactionScope transaction = transactionIn(context);
            return transaction == null ? connections.own(operation) : operation.apply(transaction);
        });
    }

    /** Returns a scope that takes a connection only when a statement comes, one for each, so that no statement means no connection. */
    public ConnectionScope perStatement(@Nullable TransactionScope transaction) {
        return transaction != null
                ? transaction
                : new ConnectionScope() {
                    @Override
                    public <T> Mono<T> converse(Access access, Function<Connection, Mono<T>> conversation) {
                        return connections.own(owned -> owned.converse(access, conversation));
                    }
                };
    }
}
