package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Workload;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the arguments after the first say. */
record Options(Map<String, String> values) {

    private static final String DEFAULT_POOL = "8";

    /** Takes all arguments, of which the first and empty ones do not count. */
    static Options parse(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        Arrays.stream(arguments)
                .skip(1)
                .filter(argument -> argument.contains("="))
                .forEach(argument -> values.put(
                        argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1)));
        return new Options(values);
    }

    int poolSize() {
        return Integer.parseInt(values.getOrDefault("pool", DEFAULT_POOL));
    }

    Optional<String> note() {
        return Optional.ofNullable(values.get("note"));
    }

    Optional<String> folder() {
        return Optional.ofNullable(values.get("results")).filter(folder -> !folder.isEmpty());
    }

    boolean wants(Workload workload) {
        return isListed("workloads", workload.id());
    }

    boolean wants(Peer peer) {
        return peer.name().equals("kindred") || isListed("peers", peer.name());
    }

    private boolean isListed(String option, String name) {
        String listed = values.getOrDefault(option, "");
        return listed.isEmpty() || List.of(listed.split(",", -1)).contains(name);
    }
}
