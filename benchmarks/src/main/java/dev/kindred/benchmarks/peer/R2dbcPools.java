package dev.kindred.benchmarks.peer;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;

/** Pools as the documentation of the driver and the pool makes them. */
final class R2dbcPools {

    private R2dbcPools() {}

    /** Text is the default of the driver, so of these peers. */
    static String name(String peer, boolean binary) {
        return peer + (binary ? "-binary" : "-text");
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
