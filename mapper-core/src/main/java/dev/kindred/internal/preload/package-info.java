/**
 * Which statements a preload runs, with which keys, and which row belongs to which parent: data and pure functions, no
 * input or output. Read {@link dev.kindred.internal.preload.PreloadPlan} first.
 */
@NullMarked
package dev.kindred.internal.preload;

import org.jspecify.annotations.NullMarked;
