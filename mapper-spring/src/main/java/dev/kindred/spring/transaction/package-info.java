/**
 * Shares transactions with Spring: see {@link dev.kindred.spring.transaction.SpringTransactionBridge}.
 */
@NullMarked
package dev.kindred.spring.transaction;

import org.jspecify.annotations.NullMarked;
