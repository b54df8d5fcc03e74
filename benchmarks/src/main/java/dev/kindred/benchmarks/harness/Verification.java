package dev.kindred.benchmarks.harness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Compares what the contenders read and write before anything is timed.
 *
 * @param agreeing those that may be timed
 * @param failures a line for each one that failed, or came to other values than the first one that does the same task
 * @param outgrown a line for each one that the heap of its JVM was too small for
 */
public record Verification(List<Contender> agreeing, List<String> failures, List<String> outgrown) {

    /**
     * Runs the same operations on each of {@code contenders}; the first one of a task is the one that is believed.
     *
     * @param tidyUp removes what was written
     * @param stored a sum over what is stored then, for what a peer says it wrote it need not have
     */
    public static Verification of(String workload, List<Contender> contenders, Runnable tidyUp, LongSupplier stored) {
        List<Contender> agreeing = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        List<String> outgrown = new ArrayList<>();
        Map<Task, Believed> believed = new EnumMap<>(Task.class);
        for (Contender contender : contenders) {
            tidyUp.run();
            String leftOut = "left out: " + workload + " " + contender.name() + ": ";
            try {
                long sum = contender.checksum() * 31 + stored.getAsLong();
                Believed first =
                        believed.computeIfAbsent(contender.task(), task -> new Believed(contender.name(), sum));
                if (sum == first.sum()) {
                    agreeing.add(contender);
                } else {
                    failures.add(leftOut + "it read or wrote other values than " + first.name());
                }
            } catch (ForkGoneException e) {
                outgrown.add(leftOut + e.getMessage());
            } catch (IllegalStateException e) {
                failures.add(leftOut + e.getMessage());
            }
        }
        return new Verification(agreeing, failures, outgrown);
    }

    private record Believed(String name, long sum) {}
}
