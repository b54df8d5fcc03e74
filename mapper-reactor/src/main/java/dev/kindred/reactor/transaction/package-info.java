/**
 * What a caller says of a transaction and may ask of a running one. Read
 * {@link dev.kindred.reactor.transaction.TransactionOptions} first.
 */
@NullMarked
package dev.kindred.reactor.transaction;

import org.jspecify.annotations.NullMarked;
