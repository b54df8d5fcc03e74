package dev.kindred.reactor.internal.connection;

/**
 * The traits of the connections of a pool of {@link dev.kindred.reactor.Connections}. Thread-safe.
 *
 * @param lifetime the lifetime of a connection
 * @param behindPooler whether a pooler in front of the server may give each transaction another session
 * @param localSettings commands at the begin of each transaction, each after a semicolon, or an empty text
 */
public record PoolTraits(ConnectionLifetime lifetime, boolean behindPooler, String localSettings) {}
