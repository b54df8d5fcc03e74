/**
 * Compares what entities need with what a database has, without asking it. Read
 * {@link dev.kindred.internal.verify.Verification} first.
 */
@NullMarked
package dev.kindred.internal.verify;

import org.jspecify.annotations.NullMarked;
