package dev.kindred.benchmarks.harness;

import java.util.List;
import java.util.Map;

/**
 * The results of one workload.
 *
 * @param workload the name
 * @param samples the samples of each peer, one for each round; all peers have the same rounds
 */
public record Measured(String workload, Map<String, List<Sample>> samples) {}
