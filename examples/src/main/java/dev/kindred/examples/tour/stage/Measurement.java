package dev.kindred.examples.tour.stage;

import java.time.Duration;

/**
 * The cost of one way to get a result.
 *
 * @param name the name in the table
 * @param statements the number of statements of each run
 * @param median the median time of all rounds
 */
public record Measurement(String name, int statements, Duration median) {}
