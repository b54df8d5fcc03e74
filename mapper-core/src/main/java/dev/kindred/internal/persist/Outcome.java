package dev.kindred.internal.persist;

/** What is known of a condition before the server evaluates it. */
enum Outcome {
    TRUE,
    FALSE,
    /** Null, which is neither true nor false. */
    NULL,
    /** As before: the condition is about columns that are not known. */
    OPEN,
    /** Only the server can tell. */
    UNKNOWN;

    static Outcome of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Tells whether a row with this outcome is left out. */
    boolean leavesOut() {
        return this == FALSE || this == NULL;
    }

    Outcome negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            default -> this;
        };
    }
}
