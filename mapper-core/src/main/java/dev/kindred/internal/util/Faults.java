package dev.kindred.internal.util;

/**
 * Describes exceptions from user code without their message, which may contain a value. Thread-safe: it has no state.
 */
public final class Faults {

    private Faults() {}

    /** Returns the class of {@code error} and the line of {@code thrower} that threw it. */
    public static String of(RuntimeException error, Class<?> thrower) {
        String name = error.getClass().getSimpleName();
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frame.getClassName().equals(thrower.getName())) {
                return name + " at " + frame;
            }
        }
        return name;
    }
}
