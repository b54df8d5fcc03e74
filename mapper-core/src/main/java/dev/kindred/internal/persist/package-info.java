/**
 * Which statements a write runs and with which values: data and pure functions, no input or output. Read
 * {@link dev.kindred.internal.persist.EntityWrites} first.
 */
@NullMarked
package dev.kindred.internal.persist;

import org.jspecify.annotations.NullMarked;
