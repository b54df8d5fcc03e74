package dev.kindred.spring.transaction;

import dev.kindred.reactor.spi.MapperTransaction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.ConnectionHolder;
import reactor.core.publisher.Mono;

/** The connection of a transaction of the mapper, as Spring finds it. Thread-safe. */
final class MapperConnectionHolder extends ConnectionHolder {

    private final LentConnection connection;
    private final RollbackMark mark;
    private final @Nullable HeldTransaction held;
    private final @Nullable ManagedTransaction managed;
    private int savepoints;

    private MapperConnectionHolder(LentConnection connection, RollbackMark mark, @Nullable HeldTransaction held) {
        super(connection, true);
        this.connection = connection;
        this.mark = mark;
        this.held = held;
        this.managed = held == null ? null : new ManagedTransaction(held.transaction(), mark::doom);
    }

    /** Returns the holder in a transaction that the mapper ends. */
    static MapperConnectionHolder of(MapperTransaction transaction) {
        RollbackMark mark = new RollbackMark();
        return new MapperConnectionHolder(new LentConnection(transaction, mark), mark, null);
    }

    /** Returns the holder in a transaction that {@link KindredTransactionManager} ends. */
    static MapperConnectionHolder of(HeldTransaction held) {
        RollbackMark mark = new RollbackMark();
        MapperConnectionHolder holder =
                new MapperConnectionHolder(new LentConnection(held.transaction(), mark), mark, held);
        held.onCancel(holder::expired);
        return holder;
    }

    /** Returns the transaction that mappers join, or null if they find their own in the Context. */
    @Nullable
    ManagedTransaction managed() {
        return managed;
    }

    /** Refuses statements from now on, of mappers too. The connection may have another user. */
    private void expired() {
        if (managed != null) {
            managed.refuse();
        }
        end();
    }

    /** Lends the connection no more. */
    void end() {
        connection.end();
    }

    Mono<Void> commit() {
        return ending(HeldTransaction::commit);
    }

    Mono<Void> rollback() {
        return ending(HeldTransaction::rollback);
    }

    private Mono<Void> ending(Function<HeldTransaction, Mono<Void>> command) {
        return held == null || managed == null
                ? Mono.empty()
                : managed.end().then(Mono.defer(() -> {
                    end();
                    return command.apply(held);
                }));
    }

    /** Creates a savepoint and returns its name. */
    Mono<String> createSavepoint() {
        return Mono.defer(() -> {
            String name = "spring_" + nextSavepoint();
            return Mono.from(connection.createSavepoint(name)).thenReturn(name);
        });
    }

    private synchronized int nextSavepoint() {
        return ++savepoints;
    }

    /** Rolls back to a savepoint. What mappers have read in the transaction is void. */
    Mono<Void> rollbackTo(String savepoint) {
        return Mono.from(connection.rollbackTransactionToSavepoint(savepoint)).doFinally(signal -> {
            if (managed != null) {
                managed.rolledBackToSavepoint();
            }
        });
    }

    Mono<Void> releaseSavepoint(String savepoint) {
        return Mono.from(connection.releaseSavepoint(savepoint));
    }

    @Override
    public void setRollbackOnly() {
        mark.set();
    }

    @Override
    public boolean isRollbackOnly() {
        return mark.isSet();
    }

    /** Does nothing: Spring would drop the connection after the last of its users. */
    @Override
    public void released() {}
}
