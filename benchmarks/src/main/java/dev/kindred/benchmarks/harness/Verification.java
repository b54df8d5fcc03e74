package dev.kindred.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;

/** Compares what the peers read and write before anything is timed. */
public final class Verification {

    private static final int OPERATIONS = 20;

    private Verification() {}

    /**
     * Runs the same turns on every peer and returns those whose checksum is that of the first one.
     *
     * @param peers the first one is the one that is believed
     * @param tidyUp removes what was written
     * @param complaints takes a line for each peer that is left out
     */
    public static List<Peer> agreeing(Workload workload, List<Peer> peers, Runnable tidyUp, List<String> complaints) {
        List<Peer> agreeing = new ArrayList<>();
        long expected = 0;
        for (Peer peer : peers) {
            tidyUp.run();
            try {
                long sum = sum(workload, peer);
                expected = agreeing.isEmpty() ? sum : expected;
                if (sum == expected) {
                    agreeing.add(peer);
                } else {
                    complaints.add(
                            "left out: " + workload.id() + " " + peer.name() + " read or wrote other values than "
                                    + agreeing.get(0).name());
                }
            } catch (IllegalStateException e) {
                complaints.add("left out: " + workload.id() + " " + peer.name() + ": " + e.getMessage());
            }
        }
        return agreeing;
    }

    private static long sum(Workload workload, Peer peer) {
        return new Burst(workload.operationOf(peer), workload.inFlight(), Math.min(OPERATIONS, workload.burst()))
                .run(7);
    }
}
