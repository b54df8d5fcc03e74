package dev.kindred.reactor.internal.connection;

import java.time.Duration;

/**
 * How long the callers of a pool wait, and how often the pool looks at idle connections. Immutable and thread-safe.
 *
 * @param connect for a connection that is opened
 * @param acquire for a connection, opened or not
 * @param eviction how often idle connections are looked at
 */
public record PoolTimes(Duration connect, Duration acquire, Duration eviction) {}
