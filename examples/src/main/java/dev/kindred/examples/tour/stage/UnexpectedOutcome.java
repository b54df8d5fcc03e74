package dev.kindred.examples.tour.stage;

import org.jspecify.annotations.Nullable;

/** A step of the tour did not do what the tour says it does. */
public final class UnexpectedOutcome extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedOutcome(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
