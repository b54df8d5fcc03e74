/**
 * Runs the steps of the tour and shows what happens; nothing here is needed to understand the mapper.
 */
@NullMarked
package dev.kindred.examples.tour.stage;

import org.jspecify.annotations.NullMarked;
