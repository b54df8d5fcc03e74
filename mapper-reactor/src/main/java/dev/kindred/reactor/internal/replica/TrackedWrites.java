package dev.kindred.reactor.internal.replica;

import dev.kindred.reactor.internal.connection.WriteMarks;

/** Whether a pipeline has written. Thread-safe. */
public final class TrackedWrites implements WriteMarks.Pipeline {

    private volatile boolean hasWritten;

    /** Creates the state of a pipeline that has not written. */
    public TrackedWrites() {}

    @Override
    public void wrote() {
        hasWritten = true;
    }

    /** Returns whether a statement that may write was sent. */
    public boolean hasWritten() {
        return hasWritten;
    }
}
