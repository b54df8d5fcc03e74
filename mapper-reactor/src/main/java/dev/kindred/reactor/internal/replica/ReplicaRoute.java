package dev.kindred.reactor.internal.replica;

import dev.kindred.reactor.internal.connection.WriteMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The reads of one subscription to a pipeline that may use a replica. They stay on one replica, so that a later read is
 * never older than an earlier one. After a write they use the primary. Thread-safe.
 */
final class ReplicaRoute implements WriteMarks.Pipeline {

    private static final int NONE = -1;

    private final ReplicaRouting routing;
    private volatile int replica = NONE;
    private volatile boolean onPrimary;

    ReplicaRoute(ReplicaRouting routing) {
        this.routing = routing;
    }

    /** Returns whether the replicas are those of {@code other}. */
    boolean isOf(ReplicaRouting other) {
        return routing == other;
    }

    /** Also in the transaction of a framework, for which no connection is acquired. */
    @Override
    public void wrote() {
        stayOnPrimary();
    }

    /** Sends the further reads to the primary. */
    void stayOnPrimary() {
        onPrimary = true;
    }

    boolean isOnPrimary() {
        return onPrimary;
    }

    /** Returns whether a read has used a replica. */
    boolean hasReplica() {
        return replica != NONE;
    }

    /** Records the replica of a read. */
    void use(int chosen) {
        replica = chosen;
    }

    /** Returns the replicas to try, in this order. A pipeline without a replica begins with a random one. */
    List<Integer> candidates(int replicas) {
        int chosen = replica;
        if (chosen != NONE) {
            return List.of(chosen);
        }
        int first = ThreadLocalRandom.current().nextInt(replicas);
        List<Integer> all = new ArrayList<>(replicas);
        for (int i = 0; i < replicas; i++) {
            all.add((first + i) % replicas);
        }
        return all;
    }
}
