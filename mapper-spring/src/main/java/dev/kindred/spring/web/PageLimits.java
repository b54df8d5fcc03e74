package dev.kindred.spring.web;

import dev.kindred.internal.util.Checks;

/** The default and maximum number of rows of a page. Immutable and thread-safe. */
public final class PageLimits {

    private static final PageLimits DEFAULTS = new PageLimits(20, 100);

    private final int usual;
    private final int most;

    private PageLimits(int usual, int most) {
        this.usual = usual;
        this.most = most;
    }

    /** Returns the limits with 20 rows by default and at most 100 rows. */
    public static PageLimits defaults() {
        return DEFAULTS;
    }

    /** Returns the limits with {@code size} rows by default and at most {@code max} rows. */
    public static PageLimits of(int size, int max) {
        Checks.argument(size > 0, "size must be positive, but is " + size);
        Checks.argument(max >= size, "max must be at least the size " + size + ", but is " + max);
        return new PageLimits(size, max);
    }

    /** Returns the number of rows of a request without a number. */
    public int size() {
        return usual;
    }

    /** Returns the maximum number of rows. */
    public int max() {
        return most;
    }
}
