package dev.kindred.benchmarks.harness;

/**
 * What one operation sends.
 *
 * @param statements messages that run a statement, BEGIN and COMMIT among them
 * @param roundTrips how often the client waits for an answer before it sends on
 */
public record Traffic(double statements, double roundTrips) {}
