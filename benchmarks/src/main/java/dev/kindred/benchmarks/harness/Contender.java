package dev.kindred.benchmarks.harness;

/** A peer in a workload, in this JVM or in one of its own. Its operations run one call at a time. */
public interface Contender {

    /** The name of the peer. */
    String name();

    /** What it does. */
    Task task();

    /**
     * Does the operations that all contenders do once before they are timed.
     *
     * @return the sum of the checksums
     * @throws IllegalStateException if one fails, or connections are still in use a while after the last
     */
    long checksum();

    /** Repeats the operations for {@code millis}, and longer while the JVM is still compiling much. */
    void warmUp(long millis);

    /** Measures for {@code millis}, and longer when a single burst takes a large part of that. */
    Sample measure(long millis);
}
