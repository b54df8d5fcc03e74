package dev.kindred.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input. Holds no value of it. Immutable and thread-safe.
 *
 * @param member the member concerned; a name that is not assignable is shortened and escaped; empty for the input as a whole
 * @param code what is wrong
 * @param limit the largest length, or the number that was passed, or null when the code has no limit
 */
public record InputViolation(
        String member, Code code, @Nullable Number limit) implements Serializable {

    /** What is wrong with an input. */
    public enum Code {
        /** The input is not a set of names and values. */
        NOT_AN_OBJECT,
        /** There is no assignable member of this name. */
        NOT_ASSIGNABLE,
        /** The member takes no null. */
        NULL,
        /** The value is not one of the member's type. */
        WRONG_TYPE,
        /** The text has more characters than the limit. */
        TOO_LONG,
        /** The number is less than the limit. */
        TOO_SMALL,
        /** The number is greater than the limit. */
        TOO_LARGE,
        /** The value is of the member's type, but its column cannot store it. */
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
