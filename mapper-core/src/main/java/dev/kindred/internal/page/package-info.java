/** Keyset pagination: data and pure functions, without I/O. Read {@link dev.kindred.internal.page.Keyset} first. */
@NullMarked
package dev.kindred.internal.page;

import org.jspecify.annotations.NullMarked;
