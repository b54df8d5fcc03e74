package dev.kindred.reactor.internal.replica;

import dev.kindred.reactor.internal.connection.WriteMarks;
import dev.kindred.reactor.spi.StatementExecution.ServerChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one subscription to a pipeline that may use a replica. They stay on one replica, so that a later read is
 * never older than an earlier one. After a write they use the primary. Thread-safe.
 */
final class ReplicaRoute implements WriteMarks.Pipeline {

    private static final int NONE = -1;

    private final ReplicaRouting routing;
    private volatile int replica = NONE;
    /** Why the next reads use the primary, or null. */
    private final AtomicReference<@Nullable ServerChoice> onPrimary = new AtomicReference<>();

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
        stayOnPrimary(ServerChoice.AFTER_WRITE);
    }

    /** Sends the further reads to the primary, for {@code reason}. */
    void stayOnPrimary(ServerChoice reason) {
        onPrimary.set(reason);
    }

    boolean isOnPrimary() {
        return onPrimary.get() != null;
    }

    /** Returns why the next read uses the primary, or null if it need not. Only one read is the repeated one. */
    @Nullable
    ServerChoice primaryOrNull() {
        return onPrimary.getAndUpdate(reason -> reason == ServerChoice.REPEATED ? ServerChoice.STAYED : reason);
    }

    /** Returns whether a read has used a replica. */
    boolean hasReplica() {
        return replica != NONE;
    }

    /** Records the replica of a read. */
    void use(int chosen) {
        replica = chosen;
    }

    /** Returns the replica to try first. A pipeline without a replica begins with a random one. */
    int first(int replicas) {
        int chosen = replica;
        return chosen == NONE ? ThreadLocalRandom.current().nextInt(replicas) : chosen;
    }

    /** Returns the replicas to try, in this order. A pipeline without a replica begins with a random one. */
    List<Integer> candidates(int replicas) {
        int chosen = replica;
        if (chosen != NONE) {
            return List.of(chosen);
        }
        int first = first(replicas);
        List<Integer> all = new ArrayList<>(replicas);
        for (int i = 0; i < replicas; i++) {
            all.add((first + i) % replicas);
        }
        return all;
    }
}
