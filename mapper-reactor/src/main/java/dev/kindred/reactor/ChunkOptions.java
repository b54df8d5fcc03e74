package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The number of rows of one statement, and the transactions of a write of many rows. Immutable and thread-safe: each
 * step returns new options.
 */
public final class ChunkOptions {

    private static final ChunkOptions DEFAULTS = new ChunkOptions(1000, false);

    private final int size;
    private final boolean atomic;

    private ChunkOptions(int size, boolean atomic) {
        this.size = size;
        this.atomic = atomic;
    }

    /** Returns chunks of 1,000 entities. Each chunk is stored or not, independently of the others. */
    public static ChunkOptions defaults() {
        return DEFAULTS;
    }

    /** Returns these options with at most {@code entities} in a chunk. */
    public ChunkOptions size(int entities) {
        Checks.argument(entities > 0, "size must be positive, but is " + entities);
        return new ChunkOptions(entities, atomic);
    }

    /**
     * Returns these options with one transaction for all chunks. The result is emitted after the last chunk, and is
     * held in memory until then.
     */
    public ChunkOptions atomic() {
        return new ChunkOptions(size, true);
    }

    /** Returns the greatest number of entities in a chunk. */
    public int size() {
        return size;
    }

    /** Returns whether all chunks are one transaction. */
    public boolean isAtomic() {
        return atomic;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChunkOptions options && options.size == size && options.atomic == atomic;
    }

    @Override
    public int hashCode() {
        return 31 * size + Boolean.hashCode(atomic);
    }

    @Override
    public String toString() {
        return "ChunkOptions[size=" + size + ", atomic=" + atomic + "]";
    }
}
