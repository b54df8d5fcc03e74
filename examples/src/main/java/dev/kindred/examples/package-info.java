/** Example programs. Start with {@link dev.kindred.examples.Tour}. */
@NullMarked
package dev.kindred.examples;

import org.jspecify.annotations.NullMarked;
