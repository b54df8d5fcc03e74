package dev.kindred.benchmarks.report;

import dev.kindred.benchmarks.harness.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a result: text, JSON, and charts of the throughput and the durations of each workload. */
public final class ResultFiles {

    private final Path folder;
    private final String name;

    /** Stores a result in {@code folder} under {@code name}. */
    public ResultFiles(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Writes all files. Existing files are replaced. */
    public void write(List<String> header, List<String> lines, List<Measured> all) {
        try {
            Path charts = Files.createDirectories(folder.resolve(name));
            StringBuilder text = new StringBuilder();
            header.forEach(line -> text.append("# ").append(line).append('\n'));
            lines.forEach(line -> text.append(line).append('\n'));
            Files.writeString(folder.resolve(name + ".txt"), text.toString());
            Files.writeString(folder.resolve(name + ".json"), JsonReport.write(header, all));
            for (Measured measured : all) {
                Files.writeString(charts.resolve(measured.workload() + ".svg"), BarChart.draw(measured));
                Optional<String> latency = LatencyChart.draw(measured);
                if (latency.isPresent()) {
                    Files.writeString(charts.resolve(measured.workload() + "-latency.svg"), latency.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The results could not be written to " + folder, e);
        }
    }
}
