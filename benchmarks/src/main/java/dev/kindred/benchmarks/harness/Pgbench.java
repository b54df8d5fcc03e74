package dev.kindred.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program {@code pgbench} of PostgreSQL, with prepared statements. It reads rows and does not decode them, so it is
 * the limit of clients that send one statement for each operation. It has no checksum, allocation or percentiles.
 */
public final class Pgbench implements Contender {

    /** The name in the results. */
    public static final String NAME = "pgbench";

    private static final int MOST_CLIENTS = 16;
    private static final int THREADS = 2;
    private static final int FIRST_TRANSACTIONS = 20;
    private static final double UNKNOWN = Double.NaN;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final String program;
    private final Map<String, String> connection;
    private final Workload workload;
    private final Path script;
    private double operationsPerSecond;

    /**
     * Creates the contender of {@code workload}.
     *
     * @param program the path of the program
     * @param connection the environment variables with the address and the login, such as {@code PGHOST}
     * @param script the commands of one operation
     */
    public Pgbench(String program, Map<String, String> connection, Workload workload, Path script) {
        this.program = program;
        this.connection = Map.copyOf(connection);
        this.workload = workload;
        this.script = script;
    }

    /** Returns the path of the installed program, or empty. */
    public static Optional<String> find() {
        String path = System.getenv().getOrDefault("PATH", "");
        Stream<Path> named = Arrays.stream(path.split(":", -1)).map(folder -> Path.of(folder, NAME));
        return Stream.concat(named, ofDebian())
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static Stream<Path> ofDebian() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.map(folder -> folder.resolve("bin/pgbench")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Task task() {
        return workload.tasks().get(0);
    }

    /** Returns 0: the program does not decode rows. */
    @Override
    public long checksum() {
        return 0;
    }

    @Override
    public void warmUp(long millis) {
        operationsPerSecond = run(FIRST_TRANSACTIONS);
        operationsPerSecond = run(transactions(millis));
    }

    @Override
    public Sample measure(long millis) {
        operationsPerSecond = run(transactions(millis));
        return new Sample(operationsPerSecond, UNKNOWN, UNKNOWN, new Latency(UNKNOWN, UNKNOWN));
    }

    private int clients() {
        return Math.min(MOST_CLIENTS, workload.inFlight());
    }

    /** The program limits a run by seconds or by the transactions of each client. */
    private int transactions(long millis) {
        return (int) Math.max(FIRST_TRANSACTIONS, operationsPerSecond * millis / 1000 / clients());
    }

    private double run(int transactions) {
        List<String> command = new ArrayList<>(List.of(program, "--no-vacuum", "--protocol=prepared"));
        command.add("--client=" + clients());
        command.add("--jobs=" + Math.min(THREADS, clients()));
        command.add("--transactions=" + transactions);
        command.add("--file=" + script);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(connection);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher rate = RATE.matcher(output);
            if (process.waitFor() != 0 || !rate.find()) {
                throw new IllegalStateException("pgbench failed: " + output.replace('\n', ' '));
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException e) {
            throw new IllegalStateException("pgbench did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
