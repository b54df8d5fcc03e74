package dev.kindred.benchmarks.harness;

import org.jspecify.annotations.Nullable;

/** The JVM of a peer has exited, usually because its heap is too small for the peer. */
public final class ForkGoneException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    ForkGoneException(String lastLine, @Nullable Throwable cause) {
        super("its JVM ended: " + lastLine, cause);
    }
}
