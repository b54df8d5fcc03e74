/** Transactions commit as a whole or not at all, and say which. */
@NullMarked
package dev.kindred.it.transaction;

import org.jspecify.annotations.NullMarked;
