package dev.kindred.benchmarks.harness;

/**
 * What one peer did in one round.
 *
 * @param operationsPerSecond its throughput
 * @param bytesPerOperation what all threads of the JVM allocated meanwhile
 * @param cpuMicrosPerOperation the processor time of the JVM, without the server's
 */
public record Sample(double operationsPerSecond, double bytesPerOperation, double cpuMicrosPerOperation) {}
