package dev.kindred.reactor.internal.preload;

/**
 * How much is loaded together. Immutable.
 *
 * @param siblings the greatest number of siblings that load together
 * @param siblingRows the greatest number of rows that the lists of siblings load together
 * @param preloadRows the greatest number of rows of a preload of lists
 */
public record LoadLimits(int siblings, long siblingRows, long preloadRows) {}
