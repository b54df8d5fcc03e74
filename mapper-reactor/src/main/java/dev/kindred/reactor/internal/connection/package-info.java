/**
 * Takes a connection, and gives it back or away. The one place where that happens. Read
 * {@link dev.kindred.reactor.internal.connection.ConnectionScopes} first.
 */
@NullMarked
package dev.kindred.reactor.internal.connection;

import org.jspecify.annotations.NullMarked;
