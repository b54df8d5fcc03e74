package dev.kindred.query;

import dev.kindred.internal.util.Checks;

/**
 * The number and size of a page. Immutable and thread-safe.
 *
 * @param number the number of the page; the first page is 0
 * @param size the maximum number of rows of a page; at least 1
 */
public record PageRequest(int number, int size) {

    public PageRequest {
        Checks.argument(number >= 0, "number must not be negative, but is " + number);
        Checks.argument(size > 0, "size must be positive, but is " + size);
    }

    /** Returns the request for page {@code number} with at most {@code size} rows; the first page is 0. */
    public static PageRequest of(int number, int size) {
        return new PageRequest(number, size);
    }

    /** Returns the request for the first page with at most {@code size} rows. */
    public static PageRequest first(int size) {
        return new PageRequest(0, size);
    }

    /** Returns the number of rows before the page. */
    public long offset() {
        return (long) number * size;
    }

    /** Returns the request for the next page. */
    public PageRequest next() {
        return new PageRequest(Math.addExact(number, 1), size);
    }
}
