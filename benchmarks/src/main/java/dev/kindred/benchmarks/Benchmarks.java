package dev.kindred.benchmarks;

import dev.kindred.benchmarks.peer.Population;
import dev.kindred.benchmarks.report.Machine;
import dev.kindred.benchmarks.report.ResultFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a series, prints its result lines and stores them. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs the series {@code series=check}, {@code quick} or {@code full}. Further arguments: {@code
     * workloads=W1-1,W3*}, {@code peers=raw-r2dbc-binary,…}, {@code rounds}, {@code window} and {@code warmup}
     * (milliseconds), {@code pool=8}, {@code durable=true},
     * {@code latency=1} (milliseconds), {@code note=text}, {@code folder} for the files, and {@code results=name} for
     * their name. The exit status is 1 if a peer failed or its checksum differs.
     */
    public static void main(String[] arguments) {
        // Only this process runs JMH. Several processes can run on one machine.
        System.setProperty("jmh.ignoreLock", "true");
        Options options = Options.parse(arguments);
        Series series = options.series();
        List<String> header = new ArrayList<>(List.of("series: " + series + ", pool " + options.poolSize()));
        options.text("note").ifPresent(note -> header.add("note: " + note));
        header.addAll(Machine.describe());
        List<String> failures = new ArrayList<>();
        String loadBefore = Machine.load();
        try (Population population = new Population(series.users(), options.isDurable());
                Link link = Link.to(population.login(), options.latencyMillis())) {
            header.add("database: " + population.description());
            if (options.latencyMillis() > 0) {
                header.add("latency: " + options.latencyMillis()
                        + " ms more for each round trip, by a TCP proxy in this process");
            }
            header.forEach(line -> System.out.println("# " + line));
            Run run = new Run(series, options, population, link.login());
            run.overLoopback();
            run.withSmallHeaps();
            run.withLatency();
            run.countTraffic();
            header.add("load average: " + loadBefore + " before, " + Machine.load() + " after");
            fileName(series, options)
                    .ifPresent(name -> new ResultFiles(
                                    Path.of(options.text("folder").orElse(".")), name)
                            .write(header, run.lines(), run.measured()));
            failures.addAll(run.failures());
        }
        failures.forEach(System.err::println);
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private static Optional<String> fileName(Series series, Options options) {
        Optional<String> named = options.text("results");
        if (named.isPresent() || series.name().equals("check") || !options.isWhole()) {
            return named;
        }
        return Optional.of(LocalDate.now(ZoneOffset.UTC)
                + (series.name().equals("full") ? "" : "-" + series.name())
                + (options.isDurable() ? "-durable" : "")
                + (options.latencyMillis() > 0 ? "-" + options.latencyMillis() + "ms" : ""));
    }
}
