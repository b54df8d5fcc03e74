/**
 * Acquires connections, and returns or discards them. No other package does. Read
 * {@link dev.kindred.reactor.internal.connection.ConnectionScopes} first.
 */
@NullMarked
package dev.kindred.reactor.internal.connection;

import org.jspecify.annotations.NullMarked;
