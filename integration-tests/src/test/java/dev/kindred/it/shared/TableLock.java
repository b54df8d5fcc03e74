package dev.kindred.it.shared;

import dev.kindred.it.support.DatabaseExtension;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A lock on a table, so that its reads wait. Closing it lets them go on. */
final class TableLock implements AutoCloseable {

    private final Connection connection;

    private TableLock(Connection connection) {
        this.connection = connection;
    }

    static TableLock on(DatabaseExtension database, String table) {
        Connection connection = Mono.<Connection>from(
                        ConnectionFactories.get(database.postgres().r2dbcUrl()).create())
                .block();
        Mono.from(connection.beginTransaction()).block();
        TableLock lock = new TableLock(connection);
        lock.execute("lock table " + table + " in access exclusive mode");
        return lock;
    }

    /** Runs {@code sql} in the transaction of the lock. */
    void execute(String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .flatMap(result -> result.getRowsUpdated())
                .blockLast();
    }

    /** Commits. */
    @Override
    public void close() {
        Mono.from(connection.commitTransaction()).block();
        Mono.from(connection.close()).block();
    }
}
