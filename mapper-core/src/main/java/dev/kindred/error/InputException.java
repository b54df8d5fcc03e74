package dev.kindred.error;

import java.util.List;

/**
 * An external input, such as a request body, cannot be converted to assignments. No part of it was used, and no
 * statement was sent.
 */
public final class InputException extends MapperException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf returns a serializable list
    private final List<InputViolation> violations;

    public InputException(String message, List<InputViolation> violations) {
        super(message);
        this.violations = List.copyOf(violations);
    }

    /** Returns all violations, in the order of the input. */
    public final List<InputViolation> violations() {
        return violations;
    }
}
