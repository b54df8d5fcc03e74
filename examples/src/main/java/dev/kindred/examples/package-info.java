/**
 * Programs to run and to read; {@link dev.kindred.examples.Tour} is the one to begin with.
 */
@NullMarked
package dev.kindred.examples;

import org.jspecify.annotations.NullMarked;
