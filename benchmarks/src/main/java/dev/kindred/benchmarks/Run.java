package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Census;
import dev.kindred.benchmarks.harness.Measured;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Verification;
import dev.kindred.benchmarks.harness.WireProxy;
import dev.kindred.benchmarks.harness.Workload;
import dev.kindred.benchmarks.peer.Login;
import dev.kindred.benchmarks.peer.Population;
import dev.kindred.benchmarks.report.ResultLines;
import java.util.ArrayList;
import java.util.List;

/** One run of a series, which prints each line as soon as it is known. Confined to one thread. */
final class Run {

    private static final long A_MILLISECOND = 1_000_000;

    private final Series series;
    private final Options options;
    private final Population population;
    private final List<Measured> measured = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    Run(Series series, Options options, Population population) {
        this.series = series;
        this.options = options;
        this.population = population;
    }

    void overLoopback() {
        List<Workload> workloads =
                series.workloads().stream().filter(options::wants).toList();
        if (workloads.isEmpty()) {
            return;
        }
        try (Peers peers = open(population.login())) {
            workloads.forEach(workload -> measure(workload, peers));
        }
        Login login = population.login();
        try (WireProxy proxy = new WireProxy(login.host(), login.port(), 0);
                Peers peers = open(login.through(proxy.port()))) {
            workloads.forEach(workload -> count(workload, peers, proxy));
        }
    }

    void withLatency() {
        List<Workload> workloads =
                series.distantWorkloads().stream().filter(options::wants).toList();
        if (workloads.isEmpty()) {
            return;
        }
        Login login = population.login();
        try (WireProxy proxy = new WireProxy(login.host(), login.port(), A_MILLISECOND);
                Peers peers = open(login.through(proxy.port()))) {
            workloads.forEach(workload -> measure(workload, peers));
        }
    }

    List<Measured> measured() {
        return measured;
    }

    List<String> lines() {
        return lines;
    }

    private Peers open(Login login) {
        Peers peers = Peers.open(login, options, series.text());
        print(peers.complaints());
        return peers;
    }

    private void measure(Workload workload, Peers peers) {
        List<String> complaints = new ArrayList<>();
        Runnable tidyUp = tidyUp(workload);
        List<Peer> agreeing = Verification.agreeing(workload, participants(workload, peers), tidyUp, complaints);
        print(complaints);
        Measured result = new Measured(workload.id(), series.rounds().run(workload, agreeing, tidyUp), complaints);
        measured.add(result);
        print(ResultLines.ratios(result));
        print(ResultLines.details(result));
        afterwards(workload);
    }

    private void count(Workload workload, Peers peers, WireProxy proxy) {
        if (workload.inFlight() == 1) {
            print(ResultLines.traffic(workload.id(), Census.count(workload, participants(workload, peers), proxy)));
            afterwards(workload);
        }
    }

    private List<Peer> participants(Workload workload, Peers peers) {
        return peers.all().stream()
                .filter(workload::includes)
                .filter(peer -> options.wantsPeer(peer.name()))
                .toList();
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

    private void print(List<String> more) {
        lines.addAll(more);
        more.forEach(System.out::println);
    }
}
