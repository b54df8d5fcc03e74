package dev.kindred.internal.persist;

/** The result of evaluating a condition before the server does. */
enum Outcome {
    TRUE,
    FALSE,
    /** Null: neither true nor false. */
    NULL,
    /** Unchanged: the condition uses columns without a known value. */
    OPEN,
    /** Only the server can evaluate the condition. */
    UNKNOWN;

    static Outcome of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /** Returns whether the condition excludes a row with this outcome. */
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
