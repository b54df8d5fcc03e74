/**
 * Runs one statement on a connection, reads its result to the end and names what went wrong. Read
 * {@link dev.kindred.reactor.internal.execute.StatementExecutor} first.
 */
@NullMarked
package dev.kindred.reactor.internal.execute;

import org.jspecify.annotations.NullMarked;
