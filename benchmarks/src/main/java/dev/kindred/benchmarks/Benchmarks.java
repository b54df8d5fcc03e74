package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Sample;
import dev.kindred.benchmarks.harness.Verification;
import dev.kindred.benchmarks.harness.Workload;
import dev.kindred.benchmarks.peer.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a series and prints its ratios. */
public final class Benchmarks {

    private static final int POOL_SIZE = 8;

    private Benchmarks() {}

    /** Runs the series that the first argument names, {@code quick} or {@code full}. */
    public static void main(String[] arguments) {
        System.setProperty("jmh.ignoreLock", "true");
        Series series = Series.named(arguments[0]);
        try (Population population = new Population();
                Peers peers = Peers.open(population.login(), POOL_SIZE, series.text())) {
            for (Workload workload : series.workloads()) {
                run(series, workload, peers, population);
            }
        }
        System.exit(0);
    }

    private static void run(Series series, Workload workload, Peers peers, Population population) {
        List<String> complaints = new ArrayList<>();
        List<Peer> candidates = peers.all().stream().filter(workload::includes).toList();
        Runnable tidyUp = workload.isWriting() ? population::tidyUp : () -> {};
        List<Peer> agreeing = Verification.agreeing(workload, candidates, tidyUp, complaints);
        complaints.forEach(System.out::println);
        Map<String, List<Sample>> samples = series.rounds().run(workload, agreeing, tidyUp);
        samples.forEach((name, list) -> System.out.println(workload.id() + " " + name + " " + list));
    }
}
