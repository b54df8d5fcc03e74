/**
 * Begins, nests, commits and rolls back. Read {@link dev.kindred.reactor.internal.transaction.Transactions} first.
 */
@NullMarked
package dev.kindred.reactor.internal.transaction;

import org.jspecify.annotations.NullMarked;
