package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.spi.ConnectionSource;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Takes a connection for one operation and gives it back exactly once, whether the operation ends, fails or is cancelled. Thread-safe. */
public final class ConnectionScopes {

    private final ConnectionSource source;
    private final SqlCommands commands;
    private final ConnectionRecovery recovery;

    /** Takes connections from {@code source}. */
    public ConnectionScopes(ConnectionSource source, SqlCommands commands, ConnectionRecovery recovery) {
        this.source = source;
        this.commands = commands;
        this.recovery = recovery;
    }

    /**
     * Runs {@code operation} on a connection of its own, which is taken at the first request. The result is emitted after the connection was
     * given back.
     */
    public <T> Mono<T> own(Function<ConnectionScope, Mono<T>> operation) {
        return Handover.of(Mono.usingWhen(
                source.acquire().map(OwnedConnection::new),
                owned -> Guarded.of(checked(owned, operation)),
                this::giveBack,
                (owned, error) -> giveBack(owned),
                owned -> owned.quiet().then(Mono.defer(() -> giveBack(owned)))));
    }

    /**
     * A connection of a pool that comes in a transaction was given back by a user that lost track of it. Work done on it would join that
     * transaction and be lost with it, so that one is ended first.
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
