package dev.kindred.benchmarks.harness;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A peer in this JVM. */
public final class LocalContender implements Contender {

    private static final int VERIFIED_OPERATIONS = 20;
    private static final long SLICE_MILLIS = 200;
    /** The fraction of compile time in a slice above which the JVM counts as still warming up. */
    private static final double COMPILING = 0.1;

    private static final int LONGEST_WARM_UP = 4;
    private static final int BURSTS = 3;
    private static final int LONGEST_WINDOW = 4;
    private static final long LET_GO_MILLIS = 5000;

    private final Workload workload;
    private final Peer peer;
    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private double burstMillis;

    /** Creates the contender of {@code peer} in {@code workload}. */
    public LocalContender(Workload workload, Peer peer) {
        this.workload = workload;
        this.peer = peer;
    }

    @Override
    public String name() {
        return peer.name();
    }

    @Override
    public Task task() {
        return workload.taskOf(peer);
    }

    @Override
    public long checksum() {
        int operations = Math.min(VERIFIED_OPERATIONS, workload.burst());
        long sum = new Burst(workload.operationOf(peer), workload.inFlight(), operations).run(7);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LET_GO_MILLIS);
        while (peer.connectionsInUse().getAsInt() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        peer.connectionsInUse().getAsInt() + " connections are in use after the last operation");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return sum;
    }

    @Override
    public void warmUp(long millis) {
        Burst burst = burst();
        long start = System.nanoTime();
        long spent = 0;
        boolean isCompiling = true;
        while (spent < millis || (isCompiling && spent < millis * LONGEST_WARM_UP)) {
            long compiledBefore = compiler.getTotalCompilationTime();
            long sliceStart = System.nanoTime();
            int bursts = 0;
            do {
                burst.run();
                bursts++;
            } while (millisSince(sliceStart) < SLICE_MILLIS && millisSince(start) < millis);
            double slice = Math.max(1, millisSince(sliceStart));
            burstMillis = slice / bursts;
            isCompiling = (compiler.getTotalCompilationTime() - compiledBefore) / slice > COMPILING;
            spent = millisSince(start);
        }
    }

    @Override
    public Sample measure(long millis) {
        double needed = Math.min(burstMillis * BURSTS, (double) millis * LONGEST_WINDOW);
        return Window.measure(burst(), workload.burst(), Math.max(millis, (long) needed));
    }

    private Burst burst() {
        return new Burst(workload.operationOf(peer), workload.inFlight(), workload.burst());
    }

    private static long millisSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }
}
