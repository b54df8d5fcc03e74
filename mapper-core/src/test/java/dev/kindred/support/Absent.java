package dev.kindred.support;

/** Gives null where none is allowed, as a caller does who compiles without null checks. */
public final class Absent {

    private Absent() {}

    /** Returns null. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // that is its purpose
    public static <T> T absent() {
        return null;
    }
}
