package dev.kindred.reactor.internal.row;

/** Describes why a value could not be read, without the value. Thread-safe: it has no state. */
final class Reasons {

    private Reasons() {}

    /**
     * The message of a foreign exception may contain the value. The messages of this package and of the types do not.
     */
    static String of(RuntimeException error) {
        return error.getClass() == IllegalArgumentException.class && error.getMessage() != null
                ? error.getMessage()
                : error.getClass().getSimpleName();
    }
}
