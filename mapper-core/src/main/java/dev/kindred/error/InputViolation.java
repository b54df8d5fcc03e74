package dev.kindred.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One violation of an input. Contains no value of the input. Immutable and thread-safe.
 *
 * @param member the affected member. A name that is not assignable is shortened and escaped. Empty for the input as a
 * whole
 * @param code the kind of violation
 * @param limit the maximum length, or the bound of the number; null if the code has no limit
 */
public record InputViolation(
        String member, Code code, @Nullable Number limit) implements Serializable {

    /** The kind of a violation. */
    public enum Code {
        /** The input is not a map of names to values. */
        NOT_AN_OBJECT,
        /** No assignable member has this name. */
        NOT_ASSIGNABLE,
        /** The member is not nullable. */
        NULL,
        /** The value does not have the member's type. */
        WRONG_TYPE,
        /** The text exceeds the maximum length. */
        TOO_LONG,
        /** The number is less than the minimum. */
        TOO_SMALL,
        /** The number is greater than the maximum. */
        TOO_LARGE,
        /** The value has the member's type, but the column cannot store it. */
        NOT_STORABLE
    }

    @Override
    public String toString() {
        return (member.isEmpty() ? "the input" : "\"" + member + "\"") + " "
                + switch (code) {
                    case NOT_AN_OBJECT -> "is not an object";
                    case NOT_ASSIGNABLE -> "is not an assignable member";
                    case NULL -> "must not be null";
                    case WRONG_TYPE -> "has a value of the wrong type";
                    case TOO_LONG -> "is longer than " + limit + " characters";
                    case TOO_SMALL -> "is less than " + limit;
                    case TOO_LARGE -> "is greater than " + limit;
                    case NOT_STORABLE -> "has a value that its column cannot store";
                };
    }
}
