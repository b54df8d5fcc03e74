package dev.kindred.examples.tour.stage;

import java.time.Duration;

/**
 * What one way of doing a thing costs.
 *
 * @param name what it is called in the table
 * @param statements how many statements it sends each time
 * @param median the time in the middle of all rounds
 */
public record Measurement(String name, int statements, Duration median) {}
