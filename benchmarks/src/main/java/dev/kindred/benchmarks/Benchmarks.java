package dev.kindred.benchmarks;

import dev.kindred.benchmarks.peer.Population;
import dev.kindred.benchmarks.report.Machine;
import dev.kindred.benchmarks.report.ResultFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Runs a series, prints its lines and keeps them. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs the series that the first argument names: {@code check}, {@code quick} or {@code full}. Further arguments are
     * {@code workloads=W1-1,W2}, {@code peers=raw-r2dbc-binary,…}, {@code pool=8}, {@code results=folder} and {@code note=text}.
     */
    public static void main(String[] arguments) {
        // Only this process runs JMH, and several may run on one machine.
        System.setProperty("jmh.ignoreLock", "true");
        Options options = Options.parse(arguments);
        Series series = Series.named(arguments[0]);
        List<String> header = new ArrayList<>(List.of("series: " + series));
        options.note().ifPresent(note -> header.add("note: " + note));
        header.addAll(Machine.describe());
        String loadBefore = Machine.load();
        try (Population population = new Population(series.users())) {
            header.add("database: " + population.description());
            header.forEach(line -> System.out.println("# " + line));
            Run run = new Run(series, options, population);
            run.overLoopback();
            run.withLatency();
            header.add("load average: " + loadBefore + " before, " + Machine.load() + " after");
            if (!run.measured().isEmpty() && options.folder().isPresent()) {
                String name = LocalDate.now(ZoneOffset.UTC) + (series.name().equals("full") ? "" : "-" + series.name());
                new ResultFiles(Path.of(options.folder().get()), name).write(header, run.lines(), run.measured());
            }
        }
        System.exit(0);
    }
}
