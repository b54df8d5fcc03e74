package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Workload;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The command-line arguments, each {@code name=value}. An empty value counts as absent. */
record Options(Map<String, String> values) {

    private static final String DEFAULT_POOL = "8";

    static Options parse(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int sign = argument.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException("An argument is name=value, not " + argument);
            }
            values.put(argument.substring(0, sign), argument.substring(sign + 1));
        }
        return new Options(values);
    }

    Series series() {
        Series series = Series.named(text("series").orElse("check"));
        return series.measuring(
                number("rounds", series.roundCount()),
                number("window", series.windowMillis()),
                number("warmup", series.warmUpMillis()));
    }

    int poolSize() {
        return Integer.parseInt(text("pool").orElse(DEFAULT_POOL));
    }

    /** Returns the milliseconds that are added to each round trip of all workloads. */
    int latencyMillis() {
        return number("latency", 0);
    }

    /** Whether the server must write to disk before a commit succeeds. */
    boolean isDurable() {
        return text("durable").map(Boolean::parseBoolean).orElse(false);
    }

    Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option)).filter(value -> !value.isEmpty());
    }

    /** Whether the run is a whole series. */
    boolean isWhole() {
        return text("workloads").isEmpty() && text("peers").isEmpty();
    }

    boolean wants(Workload workload) {
        return text("workloads").isPresent() ? isListed("workloads", workload.id()) : series().includes(workload);
    }

    /** Whether a peer is selected. Kindred always is. */
    boolean wantsPeer(String name) {
        return name.equals("kindred") || isListed("peers", name);
    }

    /** Whether the peer {@code name}, or a peer with this prefix, may be selected. */
    boolean wantsAnyOf(String name) {
        return wantsPeer(name)
                || text("peers")
                        .map(list -> Arrays.stream(list.split(",", -1)).anyMatch(pattern -> pattern.startsWith(name)))
                        .orElse(true);
    }

    private boolean isListed(String option, String name) {
        return text(option)
                .map(list -> Arrays.stream(list.split(",", -1)).anyMatch(pattern -> matches(pattern, name)))
                .orElse(true);
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }

    private int number(String option, int otherwise) {
        return text(option).map(Integer::valueOf).orElse(otherwise);
    }
}
