/**
 * How a result is scrolled through by the values it is sorted by: data and pure functions, no input or output. Read
 * {@link dev.kindred.internal.page.Keyset} first.
 */
@NullMarked
package dev.kindred.internal.page;

import org.jspecify.annotations.NullMarked;
