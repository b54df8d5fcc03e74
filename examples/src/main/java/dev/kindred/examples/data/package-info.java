/** The tables of the examples, and generated test data. */
@NullMarked
package dev.kindred.examples.data;

import org.jspecify.annotations.NullMarked;
