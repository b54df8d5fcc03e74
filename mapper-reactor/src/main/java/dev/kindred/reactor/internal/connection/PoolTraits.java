package dev.kindred.reactor.internal.connection;

/**
 * What the mapper may rely on with the connections of a pool of {@link dev.kindred.reactor.Connections}. Thread-safe.
 *
 * @param lifetime how long they live
 * @param behindPooler whether a pooler between them and the server gives each transaction another session
 * @param localSettings commands that each transaction begins with, each behind a semicolon, or an empty text
 */
public record PoolTraits(ConnectionLifetime lifetime, boolean behindPooler, String localSettings) {}
