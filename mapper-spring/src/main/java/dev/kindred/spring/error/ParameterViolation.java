package dev.kindred.spring.error;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One violation of a parameter of a request. Contains no value of the request, except a shortened and escaped name.
 * Immutable and thread-safe.
 *
 * @param parameter the parameter
 * @param code the kind of violation
 * @param limit the minimum or maximum; null if the code has no limit
 * @param member the affected member; null if the parameter as a whole is affected
 * @param allowed the allowed members; empty if the code has none
 */
public record ParameterViolation(
        String parameter,
        Code code,
        @Nullable Number limit,
        @Nullable String member,
        List<String> allowed) implements Serializable {

    public ParameterViolation {
        allowed = List.copyOf(allowed);
    }

    /** The kind of a violation. */
    public enum Code {
        /** The value is not a number. */
        NOT_A_NUMBER,
        /** The number is less than the minimum. */
        TOO_SMALL,
        /** The number is greater than the maximum. */
        TOO_LARGE,
        /** The parameter is repeated. */
        REPEATED,
        /** The value is empty. */
        EMPTY,
        /** No allowed member has this name. */
        NOT_SORTABLE
    }

    /** Returns the properties of the violation in a problem detail. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("parameter", parameter);
        properties.put("code", code.name());
        if (limit != null) {
            properties.put("limit", limit);
        }
        if (member != null) {
            properties.put("member", member);
        }
        if (!allowed.isEmpty()) {
            properties.put("allowed", allowed);
        }
        return properties;
    }

    @Override
    public String toString() {
        return "Parameter " + parameter + " "
                + switch (code) {
                    case NOT_A_NUMBER -> "is not an integer.";
                    case TOO_SMALL -> "is less than " + limit + ".";
                    case TOO_LARGE -> "is greater than " + limit + ".";
                    case REPEATED -> member == null ? "is repeated." : "repeats \"" + member + "\".";
                    case EMPTY -> "is empty.";
                    case NOT_SORTABLE ->
                        "has \"" + member + "\", which is not a member to sort by. Allowed: "
                                + String.join(", ", allowed) + ".";
                };
    }
}
