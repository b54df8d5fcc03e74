/**
 * Transactions and savepoints of the mapper, and transactions of a framework. Read
 * {@link dev.kindred.reactor.internal.transaction.Transactions} first.
 */
@NullMarked
package dev.kindred.reactor.internal.transaction;

import org.jspecify.annotations.NullMarked;
