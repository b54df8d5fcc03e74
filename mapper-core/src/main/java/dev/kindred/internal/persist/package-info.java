/**
 * The statements of a write and their values: data and pure functions, without I/O. Read
 * {@link dev.kindred.internal.persist.EntityWrites} first.
 */
@NullMarked
package dev.kindred.internal.persist;

import org.jspecify.annotations.NullMarked;
