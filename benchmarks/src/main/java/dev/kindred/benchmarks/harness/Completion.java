package dev.kindred.benchmarks.harness;

/** Is told how one run of an operation ended, once. */
public interface Completion {

    /** It ended well; {@code checksum} is over everything that was read or written. */
    void complete(long checksum);

    /** It failed. */
    void fail(Throwable failure);
}
