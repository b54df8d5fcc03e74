/**
 * Runs one statement on a connection, reads its result to the end and translates its errors. Read
 * {@link dev.kindred.reactor.internal.execute.StatementExecutor} first.
 */
@NullMarked
package dev.kindred.reactor.internal.execute;

import org.jspecify.annotations.NullMarked;
