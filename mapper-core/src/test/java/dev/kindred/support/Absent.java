package dev.kindred.support;

/** Returns null for a non-null type, like a caller without null checks. */
public final class Absent {

    private Absent() {}

    /** Returns null. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the method exists for this purpose
    public static <T> T absent() {
        return null;
    }
}
