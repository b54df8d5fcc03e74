package dev.kindred.benchmarks.harness;

import org.jspecify.annotations.Nullable;

/** The JVM of a peer has ended: as a rule the peer needs a larger heap than it was given. */
public final class ForkGoneException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    ForkGoneException(String lastLine, @Nullable Throwable cause) {
        super("its JVM ended: " + lastLine, cause);
    }
}
