package dev.kindred.benchmarks.harness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Counts the traffic of one operation of each peer, with prepared statements. */
public final class Census {

    /** Enough operations to use each connection of a pool of eight, in any order of acquisition. */
    private static final int BEFORE = 10;

    private static final int COUNTED = 5;
    /** For long operations. */
    private static final int BEFORE_LONG = 1;

    private static final long QUIET_NANOS = 500_000_000;

    private Census() {}

    /**
     * Counts the traffic of {@code workload}, one operation after another. The peers must be connected through {@code
     * proxy}.
     */
    public static Map<String, Traffic> count(Workload workload, List<Peer> peers, WireProxy proxy) {
        Map<String, Traffic> counted = new LinkedHashMap<>();
        awaitQuiet(proxy);
        boolean isLong = workload.burst() == 1;
        int operations = isLong ? 1 : COUNTED;
        for (Peer peer : peers) {
            Operation operation = workload.operationOf(peer);
            new Burst(operation, 1, isLong ? BEFORE_LONG : BEFORE).run();
            Traffic before = proxy.passed();
            new Burst(operation, 1, operations).run();
            Traffic after = proxy.passed();
            counted.put(
                    peer.name(),
                    new Traffic(
                            (after.statements() - before.statements()) / operations,
                            (after.roundTrips() - before.roundTrips()) / operations));
        }
        return counted;
    }

    /** Some pools open connections in the background. */
    private static void awaitQuiet(WireProxy proxy) {
        Traffic before;
        do {
            before = proxy.passed();
            LockSupport.parkNanos(QUIET_NANOS);
        } while (!proxy.passed().equals(before));
    }
}
