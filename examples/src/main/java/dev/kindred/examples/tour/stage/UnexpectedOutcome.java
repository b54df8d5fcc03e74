package dev.kindred.examples.tour.stage;

import org.jspecify.annotations.Nullable;

/** The outcome of a step differs from its expectations. */
public final class UnexpectedOutcome extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnexpectedOutcome(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
