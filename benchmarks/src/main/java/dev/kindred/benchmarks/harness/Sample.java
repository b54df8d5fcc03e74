package dev.kindred.benchmarks.harness;

/**
 * The measurements of one peer in one round.
 *
 * @param operationsPerSecond the throughput
 * @param bytesPerOperation the bytes allocated by all threads of the JVM
 * @param cpuMicrosPerOperation the CPU time of the JVM, without the server's
 * @param latency the duration of an operation
 */
public record Sample(
        double operationsPerSecond, double bytesPerOperation, double cpuMicrosPerOperation, Latency latency) {}
