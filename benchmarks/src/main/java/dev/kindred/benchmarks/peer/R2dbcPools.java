package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.util.Map;

/** Pools, configured as in the documentation of the driver and the pool. */
final class R2dbcPools {

    private R2dbcPools() {}

    /** Creates a peer. Text format is the driver's default, and so the default of these peers. */
    static Peer peer(String name, boolean binary, Map<Task, Operation> operations, ConnectionPool pool) {
        return new Peer(name + (binary ? "-binary" : "-text"), operations, pool::dispose, () -> inUse(pool));
    }

    static int inUse(ConnectionPool pool) {
        return pool.getMetrics().map(PoolMetrics::acquiredSize).orElse(0);
    }

    static ConnectionPool open(Login login, int poolSize, boolean binary) {
        PostgresqlConnectionConfiguration driver = PostgresqlConnectionConfiguration.builder()
                .host(login.host())
                .port(login.port())
                .database(login.database())
                .username(login.user())
                .password(login.password())
                .forceBinary(binary)
                .build();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(driver))
                .initialSize(0)
                .maxSize(poolSize)
                .build());
    }
}
