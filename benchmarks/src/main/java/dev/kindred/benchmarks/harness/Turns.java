package dev.kindred.benchmarks.harness;

/** Which rows a turn is about. */
public final class Turns {

    /** The users that are read one by one or by the page, with keys from 1; there may be more. */
    public static final int USERS = 100_000;

    /** The rows of a page. */
    public static final int PAGE = 1000;

    /** The rows of ten pages. */
    public static final int MANY = 10_000;

    /** The rows of a page that is one of many. */
    public static final int SHORT_PAGE = 20;

    /** The rows before that page. */
    public static final int PAGE_OFFSET = 40;

    /** The rows of a page of wide rows, of which there are {@link #WIDE_ROWS}. */
    public static final int WIDE_PAGE = 100;

    /** How many wide rows there are, with keys from 1. */
    public static final int WIDE_ROWS = 10_000;

    /** After how many rows a stream is cancelled. */
    public static final int CANCELLED_AFTER = 10_000;

    /** How many rows the consumer of a stream asks for at once. */
    public static final int DEMAND = 100;

    private static final String TELEPHONES = "614-867-";

    private Turns() {}

    /** Returns a key that is there. */
    public static long key(long turn) {
        return 1 + Math.floorMod(mixed(turn), (long) USERS);
    }

    /** Returns a key after which {@code rows} rows follow. */
    public static long pageStart(long turn, int rows) {
        return rows >= USERS ? 0 : Math.floorMod(mixed(turn), (long) USERS - rows);
    }

    /** Returns a key after which a page of wide rows follows. */
    public static long widePageStart(long turn) {
        return Math.floorMod(mixed(turn), (long) WIDE_ROWS - WIDE_PAGE);
    }

    /** Returns a telephone that about ten profiles have. */
    public static String telephone(long turn) {
        long number = Math.floorMod(mixed(turn), 2500L) * 4 + 1;
        return TELEPHONES + number;
    }

    /** Returns the first telephone of a range that about 75 profiles are in; it ends before {@link #telephoneTo}. */
    public static String telephoneFrom(long turn) {
        return TELEPHONES + ten(turn) * 10;
    }

    /** Returns where the range ends. */
    public static String telephoneTo(long turn) {
        return TELEPHONES + (ten(turn) + 1) * 10;
    }

    /** From 100 to 998: numbers of four digits sort the same as text. */
    private static long ten(long turn) {
        return 100 + Math.floorMod(mixed(turn), 899L);
    }

    private static long mixed(long turn) {
        long z = (turn + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }
}
