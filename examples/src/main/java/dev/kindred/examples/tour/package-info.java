/**
 * The chapters of the tour, one class each, in the order of {@link dev.kindred.examples.tour.Chapters}; {@code stage} plays them.
 */
@NullMarked
package dev.kindred.examples.tour;

import org.jspecify.annotations.NullMarked;
