package dev.kindred.benchmarks.harness;

/**
 * What one peer did in one round.
 *
 * @param operationsPerSecond its throughput
 * @param bytesPerOperation what all threads of the JVM allocated meanwhile
 */
public record Sample(double operationsPerSecond, double bytesPerOperation) {}
