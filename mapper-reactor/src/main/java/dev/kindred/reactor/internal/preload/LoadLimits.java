package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.sql.Select;

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

    /**
     * Returns the page of a statement that reads one row more than {@code rows}, which shows whether there are more.
     * The limits of a mapper do not change, so its statements contain them.
     */
    Select.Page oneMoreThan(long rows) {
        return new Select.Page(rows + 1, null, rows == preloadRows || rows == siblingRows);
    }
}
