package dev.kindred.reactor.internal.preload;

/**
 * How much is loaded together. Immutable.
 *
 * @param siblings the greatest number of siblings that load together
 * @param siblingRows the greatest number of rows that the lists of siblings load together
 * @param preloadRows the greatest number of rows of a preload of lists
 */
public record LoadLimits(int siblings, long siblingRows, long preloadRows) {

    /** No list has more rows. A statement asks for one row more than its maximum. */
    private static final long ALL = Integer.MAX_VALUE;

    public LoadLimits {
        siblingRows = Math.min(siblingRows, ALL);
        preloadRows = Math.min(preloadRows, ALL);
    }
}
