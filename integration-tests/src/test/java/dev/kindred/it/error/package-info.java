/** Errors name what failed and show no value. */
@NullMarked
package dev.kindred.it.error;

import org.jspecify.annotations.NullMarked;
