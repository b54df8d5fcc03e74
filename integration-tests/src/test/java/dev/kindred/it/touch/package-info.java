/** Owners that are marked as changed when what belongs to them is written. */
@NullMarked
package dev.kindred.it.touch;

import org.jspecify.annotations.NullMarked;
