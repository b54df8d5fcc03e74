package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Census;
import dev.kindred.benchmarks.harness.Contender;
import dev.kindred.benchmarks.harness.Fork;
import dev.kindred.benchmarks.harness.ForkGoneException;
import dev.kindred.benchmarks.harness.LocalContender;
import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Pgbench;
import dev.kindred.benchmarks.harness.Sample;
import dev.kindred.benchmarks.harness.Verification;
import dev.kindred.benchmarks.harness.WireProxy;
import dev.kindred.benchmarks.harness.Workload;
import dev.kindred.benchmarks.peer.Login;
import dev.kindred.benchmarks.peer.PgbenchScripts;
import dev.kindred.benchmarks.peer.Population;
import dev.kindred.benchmarks.report.ResultLines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of a series. It prints each line as soon as it is available. Confined to one thread. */
final class Run {

    private static final long A_MILLISECOND = 1_000_000;

    private final Series series;
    private final Options options;
    private final Population population;
    private final Login login;
    private final List<Measured> measured = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** Measures peers that reach the database of {@code population} by {@code login}. */
    Run(Series series, Options options, Population population, Login login) {
        this.series = series;
        this.options = options;
        this.population = population;
        this.login = login;
    }

    void overLoopback() {
        List<Workload> workloads = wanted(series.workloads());
        if (workloads.isEmpty()) {
            return;
        }
        try (Peers peers = open(login)) {
            workloads.forEach(workload -> measure(workload, peers, login));
        }
    }

    /** Measures each peer in its own JVM. All JVMs run at once. */
    void withSmallHeaps() {
        List<Workload> workloads = wanted(Series.streams());
        List<String> names = workloads.isEmpty() ? List.of() : Peers.names(login, options);
        Map<String, Fork> forks = new LinkedHashMap<>();
        try {
            for (Workload workload : workloads) {
                forks.values().removeIf(fork -> !fork.isAlive());
                names.forEach(name -> forks.computeIfAbsent(
                        name, each -> ForkedPeer.start(options, login, population.users(), each)));
                measure(
                        workload,
                        forks.values().stream()
                                .flatMap(fork -> contenders(fork, workload).stream())
                                .toList(),
                        List.of());
            }
        } finally {
            forks.values().forEach(Fork::close);
        }
    }

    /** Measures the workloads with a millisecond. A run in which all workloads have a latency has none of them. */
    void withLatency() {
        List<Workload> workloads = wanted(Series.distantWorkloads());
        if (workloads.isEmpty() || options.latencyMillis() > 0) {
            return;
        }
        try (WireProxy proxy = new WireProxy(login.host(), login.port(), A_MILLISECOND);
                Peers peers = open(login.through(proxy.port()))) {
            workloads.forEach(workload -> measure(workload, peers, login.through(proxy.port())));
        }
    }

    /** Counts statements and round trips, once for each task. */
    void countTraffic() {
        long start = System.nanoTime();
        List<Workload> workloads = new ArrayList<>(wanted(series.workloads()));
        workloads.addAll(wanted(Series.streams()));
        workloads.removeIf(workload -> workload.inFlight() > 1 || workload.id().startsWith("parents"));
        if (workloads.isEmpty()) {
            return;
        }
        try (WireProxy proxy = new WireProxy(login.host(), login.port(), 0);
                Peers peers = open(login.through(proxy.port()))) {
            for (Workload workload : workloads) {
                print(ResultLines.traffic(workload.id(), Census.count(workload, participants(workload, peers), proxy)));
                afterwards(workload);
            }
        }
        System.out.println(
                "# counting took " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
    }

    List<Measured> measured() {
        return measured;
    }

    List<String> lines() {
        return lines;
    }

    /** Returns a line for each peer that failed or whose checksum differs. */
    List<String> failures() {
        return failures;
    }

    private List<Workload> wanted(List<Workload> workloads) {
        return workloads.stream().filter(options::wants).toList();
    }

    private Peers open(Login way) {
        Peers peers = Peers.open(way, options);
        print(peers.complaints());
        if (options.wantsPeer(Pgbench.NAME) && Pgbench.find().isEmpty()) {
            print(List.of("left out: " + Pgbench.NAME + ": it is not installed"));
        }
        return peers;
    }

    private List<Contender> contenders(Fork fork, Workload workload) {
        try {
            return fork.contenders(workload.id());
        } catch (ForkGoneException e) {
            print(List.of("left out: " + workload.id() + " a peer: " + e.getMessage()));
            return List.of();
        }
    }

    private void measure(Workload workload, Peers peers, Login way) {
        List<Contender> limits = options.wantsPeer(Pgbench.NAME)
                ? PgbenchScripts.contender(way, workload).stream().toList()
                : List.of();
        measure(
                workload,
                participants(workload, peers).stream()
                        .<Contender>map(peer -> new LocalContender(workload, peer))
                        .toList(),
                limits);
    }

    /** Measures {@code contenders}, whose values are verified, and {@code limits}, which have none. */
    private void measure(Workload workload, List<Contender> contenders, List<Contender> limits) {
        long start = System.nanoTime();
        Runnable tidyUp = tidyUp(workload);
        Verification verification = workload.isWriting()
                ? Verification.of(workload.id(), contenders, population::restore, population::checksum)
                : Verification.of(workload.id(), contenders, tidyUp, () -> 0);
        verification.failures().forEach(this::fail);
        print(verification.outgrown());
        List<Contender> measuring = new ArrayList<>(verification.agreeing());
        measuring.addAll(limits);
        Map<String, List<Sample>> samples =
                series.rounds().run(measuring, tidyUp, (contender, failure) -> leaveOut(workload, contender, failure));
        Measured result = new Measured(workload.id(), samples);
        measured.add(result);
        print(ResultLines.ratios(result));
        print(ResultLines.details(result));
        afterwards(workload);
        System.out.println("# " + workload.id() + " took "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
    }

    /** Exceeding the heap is not a failure of the peer. */
    private void leaveOut(Workload workload, Contender contender, IllegalStateException failure) {
        String line = "left out: " + workload.id() + " " + contender.name() + ": " + failure.getMessage();
        if (failure instanceof ForkGoneException) {
            print(List.of(line));
        } else {
            fail(line);
        }
    }

    private static List<Peer> participants(Workload workload, Peers peers) {
        return peers.wanted().stream().filter(workload::includes).toList();
    }

    private Runnable tidyUp(Workload workload) {
        return workload.isWriting() ? population::tidyUp : () -> {};
    }

    private void afterwards(Workload workload) {
        tidyUp(workload).run();
        if (workload.isWriting()) {
            population.vacuum();
        }
    }

    private void fail(String line) {
        failures.add(line);
        print(List.of(line));
    }

    private void print(List<String> more) {
        lines.addAll(more);
        more.forEach(System.out::println);
    }
}
