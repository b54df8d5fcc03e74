package dev.kindred.type;

import dev.kindred.internal.util.ServerAbility;

/** The operators between two values. */
public enum ComparisonOperator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** Returns what the server must be able to do with the values. */
    ServerAbility needs() {
        return this == EQUAL || this == NOT_EQUAL ? ServerAbility.EQUALITY : ServerAbility.COMPARISON;
    }
}
