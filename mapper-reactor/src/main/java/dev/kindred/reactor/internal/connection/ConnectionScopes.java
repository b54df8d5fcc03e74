package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.spi.ConnectionSource;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Acquires a connection for one operation and returns it exactly once, after success, error or cancel. Thread-safe. */
public final class ConnectionScopes {

    private final ConnectionSource source;
    private final SqlCommands commands;
    private final ConnectionRecovery recovery;

    /** Acquires connections from {@code source}. */
    public ConnectionScopes(ConnectionSource source, SqlCommands commands, ConnectionRecovery recovery) {
        this.source = source;
        this.commands = commands;
        this.recovery = recovery;
    }

    /**
     * Runs {@code operation} on a connection of its own. The connection is acquired at the first request and returned
     * before the result is emitted.
     *
     * @param access what the operation does
     */
    public <T> Mono<T> own(Access access, Function<ConnectionScope, Mono<T>> operation) {
        return Handover.of(Mono.usingWhen(
                source.acquire(AcquireRequest.of(access)).map(OwnedConnection::new),
                owned -> OwnedConnection.guarded(checked(owned, operation)),
                this::giveBack,
                (owned, error) -> giveBack(owned),
                owned -> owned.quiet().then(Mono.defer(() -> giveBack(owned)))));
    }

    /**
     * A pooled connection with an open transaction was returned by a user that did not end it. Work on it would join
     * that transaction and be lost with it, so the transaction is rolled back first.
     */
    private <T> Mono<T> checked(OwnedConnection owned, Function<ConnectionScope, Mono<T>> operation) {
        if (recovery.isForeign(owned.connection())) {
            return Mono.error(ConnectionRecovery.foreignTransaction());
        }
        return commands.isInTransaction(owned.connection())
                ? owned.converse(Access.WRITE, recovery::rollback).then(Mono.defer(() -> operation.apply(owned)))
                : operation.apply(owned);
    }

    private Mono<Void> giveBack(OwnedConnection owned) {
        return owned.isBusy()
                ? recovery.recover(owned.connection(), owned.wear())
                : recovery.release(owned.connection(), owned.wear());
    }
}
