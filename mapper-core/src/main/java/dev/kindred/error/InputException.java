package dev.kindred.error;

import java.util.List;

/** An input from outside, such as the body of a request, cannot become assignments. Nothing of it was used, and nothing was sent. */
public final class InputException extends MapperException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the list is one of List.copyOf, which is serializable
    private final List<InputViolation> violations;

    public InputException(String message, List<InputViolation> violations) {
        super(message);
        this.violations = List.copyOf(violations);
    }

    /** Returns everything that is wrong, in the order of the input. */
    public final List<InputViolation> violations() {
        return violations;
    }
}
