package dev.kindred.spring.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of the connection pool.
 *
 * @param enabled Whether the ConnectionFactory is a pool of Kindred. Otherwise Spring Boot creates it.
 * @param maxSize Greatest number of connections. By default "spring.r2dbc.pool.max-size", else 10.
 * @param connectTimeout Greatest time until a new connection is open. By default
 *     "spring.r2dbc.pool.max-create-connection-time", else 5 seconds.
 * @param acquireTimeout Greatest time until a caller has a connection. By default
 *     "spring.r2dbc.pool.max-acquire-time", else 5 seconds.
 * @param statementTimeout Limit of the server for a statement.
 * @param lockTimeout Limit of the server for a wait for a lock.
 * @param idleInTransactionTimeout Limit of the server for an idle transaction.
 * @param pgbouncer Whether a PgBouncer in transaction mode is in front of the server.
 */
@ConfigurationProperties("kindred.pool")
record KindredPoolProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable Integer maxSize,
        @Nullable Duration connectTimeout,
        @Nullable Duration acquireTimeout,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("10s") Duration lockTimeout,
        @DefaultValue("60s") Duration idleInTransactionTimeout,
        @DefaultValue("false") boolean pgbouncer) {}
