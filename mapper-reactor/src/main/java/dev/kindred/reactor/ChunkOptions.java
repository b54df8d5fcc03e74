package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;

/**
 * How many rows are written at a time. Immutable and thread-safe.
 *
 * @param size how many entities one chunk has at most
 * @param wholeAtOnce whether all chunks are one transaction, and not each chunk one of its own
 */
public record ChunkOptions(int size, boolean wholeAtOnce) {

    private static final ChunkOptions DEFAULTS = new ChunkOptions(1000, false);

    public ChunkOptions {
        Checks.argument(size > 0, "size must be positive, but is " + size);
    }

    /** Returns chunks of 1,000 entities, each stored as a whole or not at all, independently of the others. */
    public static ChunkOptions defaults() {
        return DEFAULTS;
    }

    /** Puts at most {@code entities} into a chunk. */
    public ChunkOptions ofSize(int entities) {
        return new ChunkOptions(entities, wholeAtOnce);
    }

    /** Stores all chunks or none; what was stored is then emitted after the last one, and so is held in memory. */
    public ChunkOptions inOneTransaction() {
        return new ChunkOptions(size, true);
    }
}
