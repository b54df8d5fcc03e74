/** Runs the steps of the tour and prints their outcomes. It is not needed to understand the mapper. */
@NullMarked
package dev.kindred.examples.tour.stage;

import org.jspecify.annotations.NullMarked;
