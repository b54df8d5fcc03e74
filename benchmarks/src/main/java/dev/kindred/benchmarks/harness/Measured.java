package dev.kindred.benchmarks.harness;

import java.util.List;
import java.util.Map;

/**
 * What came out of one workload.
 *
 * @param workload its name
 * @param samples for each peer one sample a round; the rounds of all peers are the same
 */
public record Measured(String workload, Map<String, List<Sample>> samples) {}
