package dev.kindred.internal.util;

/** What may be said of an exception of the user's code, whose message may show a value. Thread-safe: it has no state. */
public final class Faults {

    private Faults() {}

    /** Returns the class of {@code error} and the line of {@code thrower} that it came from, and not its message. */
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
