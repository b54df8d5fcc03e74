package dev.kindred.it.chaos;

import java.time.Duration;
import java.util.function.Function;

/** Starts a server, runs on it, and prints the report. */
final class ChaosRuns {

    private static final Duration LEAST_LIMIT = Duration.ofMinutes(5);

    /** The slowest machine of interest. */
    private static final int OPERATIONS_A_SECOND = 100;

    private ChaosRuns() {}

    /**
     * Runs and prints, with the report as the last line. {@code -Dchaos.standby=true} adds a synchronous standby and a
     * failover to it.
     *
     * @param name the first word of each line
     * @param workload creates the operations on the database of a URL
     */
    static Report run(String name, int operations, long seed, Function<String, Workload> workload) throws Exception {
        print(name, "begins with -Dchaos.operations=" + operations + " -Dchaos.seed=" + seed);
        Duration limit = LEAST_LIMIT.plusSeconds(operations / OPERATIONS_A_SECOND);
        try (ChaosServer server = ChaosServer.start(Boolean.getBoolean("chaos.standby"))) {
            Workload started = workload.apply(server.url());
            Report report = new ChaosRun(server, started, operations, seed).run(limit);
            started.pool().dispose();
            report.notes().forEach(note -> print(name, note));
            print(name, report.line());
            return report;
        }
    }

    private static void print(String name, String line) {
        System.out.println(name + ": " + line);
    }
}
