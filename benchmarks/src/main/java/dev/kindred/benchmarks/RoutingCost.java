package dev.kindred.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.harness.Summary;
import dev.kindred.benchmarks.report.Machine;
import dev.kindred.reactor.Connections;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Replicas;
import dev.kindred.schema.Schema;
import dev.kindred.test.internal.Cluster;
import io.r2dbc.pool.ConnectionPool;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Measures the processor time that the choice of a server adds to a read. Each round reads the same rows from the
 * primary alone, and from two replicas, in alternating order. Prints the ratio of the times of this JVM. The servers
 * are processes of their own, so their time is not part of it.
 */
public final class RoutingCost {

    private static final int ROWS = 1000;
    private static final int CALLERS = 8;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ReactiveMapper alone;
    private final ReactiveMapper routed;
    private final int reads;

    private RoutingCost(ReactiveMapper alone, ReactiveMapper routed, int reads) {
        this.alone = alone;
        this.routed = routed;
        this.reads = reads;
    }

    /** Takes two arguments: the number of rounds (default 15) and of reads in each (default 20,000). */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        int reads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        Machine.describe().forEach(line -> System.out.println("# " + line));
        String table =
                Schema.of(Setting.class).ddl() + ";insert into settings select g, 'name ' || g, 'content', 1, now()"
                        + " from generate_series(1, " + ROWS + ") g;";
        try (Cluster cluster = Cluster.start(2, Map.of(), table)) {
            ConnectionPool primary = pool(cluster.primary());
            ReactiveMapper routed = ReactiveMapper.builder(pool(cluster.primary()))
                    .replicas(Replicas.of(pool(cluster.standby(1)), pool(cluster.standby(2)))
                            .maxLag(LONG)
                            .waitAtMost(LONG)
                            .failWithout())
                    .build();
            new RoutingCost(ReactiveMapper.create(primary), routed, reads).measure(rounds);
        }
    }

    private static ConnectionPool pool(Cluster.Server server) {
        return Connections.builder("r2dbc:postgresql://postgres:secret@" + server.address() + "/postgres")
                .maxSize(CALLERS)
                .connectTimeout(LONG)
                .acquireTimeout(LONG)
                .build();
    }

    private void measure(int rounds) {
        for (int i = 0; i < 3; i++) {
            seconds(alone, false);
            seconds(routed, true);
        }
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            boolean isAloneFirst = round % 2 == 0;
            double first = seconds(isAloneFirst ? alone : routed, !isAloneFirst);
            double second = seconds(isAloneFirst ? routed : alone, isAloneFirst);
            ratios[round] = isAloneFirst ? second / first : first / second;
        }
        Summary summary = Summary.of(ratios);
        System.out.printf(
                Locale.ROOT,
                "ratio routing-%d replicas/primary %.3f %.3f %.3f%n",
                reads,
                summary.median(),
                summary.min(),
                summary.max());
    }

    /** Returns the processor time of this JVM. */
    private double seconds(ReactiveMapper mapper, boolean isRouted) {
        long before = SYSTEM.getProcessCpuTime();
        Flux.range(0, reads)
                .flatMap(
                        i -> {
                            Mono<Setting> read = mapper.find(Setting.class, i % ROWS + 1L);
                            return isRouted ? read.as(mapper::fromReplica) : read;
                        },
                        CALLERS)
                .count()
                .map(RoutingCost::checked)
                .block();
        return (SYSTEM.getProcessCpuTime() - before) / 1e9;
    }

    private static long checked(long found) {
        if (found == 0) {
            throw new IllegalStateException("No row was read");
        }
        return found;
    }
}
