/** Transactions commit or roll back as a whole, and report which. */
@NullMarked
package dev.kindred.it.transaction;

import org.jspecify.annotations.NullMarked;
