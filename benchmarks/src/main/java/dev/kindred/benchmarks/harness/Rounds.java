package dev.kindred.benchmarks.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures the peers of a workload in rounds: in each round every peer is measured once, in an order drawn anew, so that what disturbs the
 * machine disturbs all alike.
 */
public final class Rounds {

    private final int count;
    private final long windowMillis;
    private final long warmUpMillis;
    private final Random random = new Random(42);

    /** Makes {@code count} rounds of windows of {@code windowMillis}, after {@code warmUpMillis} for each peer. */
    public Rounds(int count, long windowMillis, long warmUpMillis) {
        this.count = count;
        this.windowMillis = windowMillis;
        this.warmUpMillis = warmUpMillis;
    }

    /**
     * Measures {@code peers}.
     *
     * @param tidyUp removes what was written, before each window
     * @return for each peer its samples, one a round
     */
    public Map<String, List<Sample>> run(Workload workload, List<Peer> peers, Runnable tidyUp) {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (Peer peer : peers) {
            tidyUp.run();
            warmUp(burst(workload, peer));
        }
        List<Peer> order = new ArrayList<>(peers);
        for (int round = 0; round < count; round++) {
            Collections.shuffle(order, random);
            for (Peer peer : order) {
                tidyUp.run();
                samples.computeIfAbsent(peer.name(), name -> new ArrayList<>())
                        .add(Window.measure(burst(workload, peer), workload.burst(), windowMillis));
            }
        }
        return samples;
    }

    private void warmUp(Burst burst) {
        long end = System.nanoTime() + warmUpMillis * 1_000_000;
        do {
            burst.run();
        } while (System.nanoTime() < end);
    }

    private static Burst burst(Workload workload, Peer peer) {
        return new Burst(workload.operationOf(peer), workload.inFlight(), workload.burst());
    }
}
