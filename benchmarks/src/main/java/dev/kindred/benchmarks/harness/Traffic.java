package dev.kindred.benchmarks.harness;

/**
 * The traffic of one operation.
 *
 * @param statements the number of messages that run a statement, including BEGIN and COMMIT
 * @param roundTrips how often the client waits for a response before it continues
 */
public record Traffic(double statements, double roundTrips) {}
