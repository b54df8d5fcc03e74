package dev.kindred.benchmarks.harness;

/** Receives the outcome of one operation, once. */
public interface Completion {

    /** The operation succeeded; {@code checksum} covers all values that were read or written. */
    void complete(long checksum);

    /** The operation failed. */
    void fail(Throwable failure);
}
