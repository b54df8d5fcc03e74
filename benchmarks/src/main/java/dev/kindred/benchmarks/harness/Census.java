package dev.kindred.benchmarks.harness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what each peer sends for one operation, once its statements are prepared. */
public final class Census {

    private static final int OPERATIONS = 5;
    /** Enough to reach each connection of a pool. */
    private static final int AT_ONCE = 16;

    private static final int BEFORE = 64;

    private Census() {}

    /** Counts the operations of {@code workload}, one after another, of peers that are connected through {@code proxy}. */
    public static Map<String, Traffic> count(Workload workload, List<Peer> peers, WireProxy proxy) {
        Map<String, Traffic> counted = new LinkedHashMap<>();
        for (Peer peer : peers) {
            Burst burst = new Burst(workload.operationOf(peer), 1, OPERATIONS);
            prepare(workload, peer);
            Traffic before = proxy.passed();
            burst.run();
            Traffic after = proxy.passed();
            counted.put(
                    peer.name(),
                    new Traffic(
                            (after.statements() - before.statements()) / OPERATIONS,
                            (after.roundTrips() - before.roundTrips()) / OPERATIONS));
        }
        return counted;
    }

    private static void prepare(Workload workload, Peer peer) {
        new Burst(workload.operationOf(peer), AT_ONCE, BEFORE).run();
    }
}
