/** Finds reads that one request repeats. Read {@link dev.kindred.reactor.internal.hint.RepeatedReads} first. */
@NullMarked
package dev.kindred.reactor.internal.hint;

import org.jspecify.annotations.NullMarked;
