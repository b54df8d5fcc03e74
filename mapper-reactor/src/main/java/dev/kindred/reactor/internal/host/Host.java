package dev.kindred.reactor.internal.host;

import io.r2dbc.spi.ConnectionFactory;

/**
 * A server of a list. Immutable and thread-safe.
 *
 * @param name its address and port, as shown in errors
 * @param connections opens connections to this server only
 */
public record Host(String name, ConnectionFactory connections) {}
