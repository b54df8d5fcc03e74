/**
 * Runs the statements that write, in the order and the transaction that a plan needs. Read
 * {@link dev.kindred.reactor.internal.persist.RowWriter} first.
 */
@NullMarked
package dev.kindred.reactor.internal.persist;

import org.jspecify.annotations.NullMarked;
