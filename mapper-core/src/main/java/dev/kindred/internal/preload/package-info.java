/**
 * The statements of a preload, their keys, and the parent of each row: data and pure functions, no input or output.
 * Read {@link dev.kindred.internal.preload.PreloadPlan} first.
 */
@NullMarked
package dev.kindred.internal.preload;

import org.jspecify.annotations.NullMarked;
