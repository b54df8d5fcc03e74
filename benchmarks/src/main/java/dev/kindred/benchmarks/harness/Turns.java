package dev.kindred.benchmarks.harness;

import java.util.List;
import java.util.stream.LongStream;

/** Selects the rows of each turn. */
public final class Turns {

    /** The number of users that are read individually or in pages, with keys from 1. The table may have more. */
    public static final int USERS = 100_000;

    /** The number of rows of a page. */
    public static final int PAGE = 1000;

    /** The number of rows of ten pages. */
    public static final int MANY = 10_000;

    /** The number of rows of a short page. */
    public static final int SHORT_PAGE = 20;

    /** The offset of the short page. */
    public static final int PAGE_OFFSET = 40;

    /** The number of rows of a page of wide rows; there are {@link #WIDE_ROWS} in total. */
    public static final int WIDE_PAGE = 100;

    /** The number of wide rows, with keys from 1. */
    public static final int WIDE_ROWS = 10_000;

    /** The number of baskets, with keys from 1. Each has {@link #ITEMS} items. */
    public static final int BASKETS = 10_000;

    /** The number of items of a basket. */
    public static final int ITEMS = 10;

    /** The number of shelves, with keys from 1. Each has {@link #BOOKS} books. */
    public static final int SHELVES = 1000;

    /** The number of books of a shelf. */
    public static final int BOOKS = 1000;

    /** The number of books of each shelf that are read. */
    public static final int LATEST = 3;

    /** The number of labels, with keys from 1. */
    public static final int LABELS = 500;

    /** The number of labels of a shelf after a sync. The next sync replaces half of them. */
    public static final int SYNCED = 20;

    /** The number of rows after which a stream is cancelled. */
    public static final int CANCELLED_AFTER = 10_000;

    /** The number of rows that the subscriber of a stream requests at a time. */
    public static final int DEMAND = 100;

    private static final String TELEPHONES = "614-867-";

    private Turns() {}

    /** Returns an existing key. */
    public static long key(long turn) {
        return 1 + Math.floorMod(mixed(turn), (long) USERS);
    }

    /** Returns a key that at least {@code rows} rows follow. */
    public static long pageStart(long turn, int rows) {
        return rows >= USERS ? 0 : Math.floorMod(mixed(turn), (long) USERS - rows);
    }

    /** Returns a key that a page of baskets follows. */
    public static long basketPageStart(long turn) {
        return Math.floorMod(mixed(turn), (long) BASKETS - PAGE);
    }

    /** Returns the keys of the labels that a shelf gets. */
    public static List<Long> labels(long turn) {
        long first = 1 + Math.floorMod(turn * SYNCED / 2, (long) LABELS - SYNCED);
        return LongStream.range(first, first + SYNCED).boxed().toList();
    }

    /** Returns a key that a page of wide rows follows. */
    public static long widePageStart(long turn) {
        return Math.floorMod(mixed(turn), (long) WIDE_ROWS - WIDE_PAGE);
    }

    /** Returns a telephone that about ten profiles have. */
    public static String telephone(long turn) {
        long number = Math.floorMod(mixed(turn), 2500L) * 4 + 1;
        return TELEPHONES + number;
    }

    /**
     * Returns the start of a range of telephones, inclusive. About 75 profiles are in the range. {@link #telephoneTo}
     * returns its end.
     */
    public static String telephoneFrom(long turn) {
        return TELEPHONES + ten(turn) * 10;
    }

    /** Returns the end of the range, exclusive. */
    public static String telephoneTo(long turn) {
        return TELEPHONES + (ten(turn) + 1) * 10;
    }

    /** From 100 to 998: numbers with the same number of digits sort like text. */
    private static long ten(long turn) {
        return 100 + Math.floorMod(mixed(turn), 899L);
    }

    private static long mixed(long turn) {
        long z = (turn + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }
}
