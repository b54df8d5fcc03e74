package dev.kindred.reactor.internal.row;

/** What may be said of why a value could not be read. Thread-safe: it has no state. */
final class Reasons {

    private Reasons() {}

    /** The message of an exception may hold the value; those that are thrown here and in the types do not. */
    static String of(RuntimeException error) {
        return error.getClass() == IllegalArgumentException.class && error.getMessage() != null
                ? error.getMessage()
                : error.getClass().getSimpleName();
    }
}
