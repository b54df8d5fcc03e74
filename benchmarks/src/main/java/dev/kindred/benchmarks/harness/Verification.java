package dev.kindred.benchmarks.harness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Compares the values that the contenders read and write, before anything is measured.
 *
 * @param agreeing the contenders to measure
 * @param failures a line for each contender that failed, or whose checksum differs from the first one of the same task
 * @param outgrown a line for each contender whose heap was too small
 */
public record Verification(List<Contender> agreeing, List<String> failures, List<String> outgrown) {

    /**
     * Runs the same operations on all {@code contenders}. The first contender of a task is the reference.
     *
     * @param tidyUp removes written rows
     * @param stored returns a checksum of the stored rows, which verifies what a peer reports as written
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
