package dev.kindred.reactor.internal.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Remembers what the last connection to each server showed, and orders the servers by it.
 *
 * <p>Every server stays in the order: after a short failure of all servers, the next attempt must not wait.
 * Thread-safe.
 */
final class HostMemory {

    private final HostState[] states;
    private final long[] times;
    private final long recheck;
    private final boolean balanced;

    /**
     * Remembers {@code hosts} servers.
     *
     * @param recheck the time after which a server that was not accepted is tried like an unknown one
     * @param balanced whether servers of equal rank are tried in random order
     */
    HostMemory(int hosts, Duration recheck, boolean balanced) {
        this.states = new HostState[hosts];
        this.times = new long[hosts];
        this.recheck = recheck.toNanos();
        this.balanced = balanced;
        Arrays.fill(states, HostState.UNKNOWN);
    }

    /** Records the state of the server with the index {@code host} at the time {@code nanos}. */
    synchronized void record(int host, HostState state, long nanos) {
        states[host] = state;
        times[host] = nanos;
    }

    /** Returns the indexes of all servers in the order of the attempts at the time {@code nanos}. */
    synchronized List<Integer> order(TargetServer target, long nanos, Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, states.length).boxed().toList());
        if (balanced) {
            Collections.shuffle(order, random);
        }
        order.sort(Comparator.comparingInt(host -> target.rank(known(target, host, nanos))));
        return List.copyOf(order);
    }

    /** The role of an accepted server is remembered until the server shows another one. */
    private HostState known(TargetServer target, int host, long nanos) {
        HostState state = states[host];
        return target.accepts(state) || nanos - times[host] < recheck ? state : HostState.UNKNOWN;
    }
}
