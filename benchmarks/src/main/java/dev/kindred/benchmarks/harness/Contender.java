package dev.kindred.benchmarks.harness;

/** A peer in a workload, in this JVM or in its own. Its calls run one at a time. */
public interface Contender {

    /** Returns the name of the peer. */
    String name();

    /** Returns the task. */
    Task task();

    /**
     * Runs the operations of the verification once.
     *
     * @return the sum of the checksums
     * @throws IllegalStateException if an operation fails, or connections stay in use after the last operation
     */
    long checksum();

    /** Repeats the operations for {@code millis}, and longer while the JVM still compiles a lot. */
    void warmUp(long millis);

    /** Measures for {@code millis}, and longer if one burst takes a large part of that time. */
    Sample measure(long millis);
}
