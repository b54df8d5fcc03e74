package dev.kindred.reactor.internal.connection;

import java.time.Duration;

/**
 * The timeouts of a pool, and how often it checks idle connections. Immutable and thread-safe.
 *
 * @param connect the limit for opening a connection
 * @param acquire the limit for acquiring a connection
 * @param eviction the interval of the checks of idle connections
 */
public record PoolTimes(Duration connect, Duration acquire, Duration eviction) {}
