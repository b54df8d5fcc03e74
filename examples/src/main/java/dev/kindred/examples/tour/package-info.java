/**
 * The chapters of the tour, one class for each. The order is in {@link dev.kindred.examples.tour.Chapters}; the {@code
 * stage} package runs them.
 */
@NullMarked
package dev.kindred.examples.tour;

import org.jspecify.annotations.NullMarked;
