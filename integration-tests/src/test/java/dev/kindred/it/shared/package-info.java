/** Reads by key that wait at the same time share one statement. */
@NullMarked
package dev.kindred.it.shared;

import org.jspecify.annotations.NullMarked;
