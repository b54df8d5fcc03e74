/** Owners that are touched by writes of their children. */
@NullMarked
package dev.kindred.it.touch;

import org.jspecify.annotations.NullMarked;
