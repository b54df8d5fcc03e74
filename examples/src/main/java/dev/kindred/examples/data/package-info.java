/**
 * The tables of the examples and the people in them.
 */
@NullMarked
package dev.kindred.examples.data;

import org.jspecify.annotations.NullMarked;
