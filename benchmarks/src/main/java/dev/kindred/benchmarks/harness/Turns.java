package dev.kindred.benchmarks.harness;

/** Which rows a turn is about. */
public final class Turns {

    /** The users that are read one by one or by the page, with keys from 1; there may be more. */
    public static final int USERS = 100_000;

    /** The rows of a page. */
    public static final int PAGE = 1000;

    private Turns() {}

    /** Returns a key that is there. */
    public static long key(long turn) {
        return 1 + Math.floorMod(mixed(turn), (long) USERS);
    }

    /** Returns a key after which {@code rows} rows follow. */
    public static long pageStart(long turn, int rows) {
        return rows >= USERS ? 0 : Math.floorMod(mixed(turn), (long) USERS - rows);
    }

    private static long mixed(long turn) {
        long z = (turn + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 27);
    }
}
