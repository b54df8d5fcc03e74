package dev.kindred.benchmarks.harness;

import java.util.List;
import java.util.Map;

/**
 * What came out of one workload.
 *
 * @param workload its name
 * @param samples for each peer one sample a round; the rounds of all peers are the same
 * @param complaints a line for each peer that was left out
 */
public record Measured(String workload, Map<String, List<Sample>> samples, List<String> complaints) {}
