package dev.kindred.query;

import dev.kindred.internal.util.Checks;

/**
 * Which page of a result is wanted. Immutable and thread-safe.
 *
 * @param number the number of the page; the first one is 0
 * @param size how many rows a page has at most, one at least
 */
public record PageRequest(int number, int size) {

    public PageRequest {
        Checks.argument(number >= 0, "number must not be negative, but is " + number);
        Checks.argument(size > 0, "size must be positive, but is " + size);
    }

    /** Asks for the page {@code number} of {@code size} rows; the first page is 0. */
    public static PageRequest of(int number, int size) {
        return new PageRequest(number, size);
    }

    /** Asks for the first page of {@code size} rows. */
    public static PageRequest first(int size) {
        return new PageRequest(0, size);
    }

    /** Returns the number of rows before the page. */
    public long offset() {
        return (long) number * size;
    }

    /** Asks for the page after this one. */
    public PageRequest next() {
        return new PageRequest(Math.addExact(number, 1), size);
    }
}
