package dev.kindred.it.chaos;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Causes one fault after the other until it is stopped. Its thread owns it. */
final class Storm implements Runnable {

    private static final int SHORTEST_PAUSE = 50;
    private static final int LONGEST_PAUSE = 350;
    private static final long RECOVERY_LIMIT = 10_000;
    private static final long SLOW = 2_000;

    private final ChaosServer server;
    private final Recovery recovery;
    private final SplittableRandom random;
    private final BooleanSupplier isReady;
    private final Runnable onSlowRecovery;
    private final Set<Fault> wanted = Fault.wanted();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private volatile boolean stopped;

    Storm(
            ChaosServer server,
            Recovery recovery,
            SplittableRandom random,
            BooleanSupplier isReady,
            Runnable onSlowRecovery) {
        this.server = server;
        this.recovery = recovery;
        this.random = random;
        this.isReady = isReady;
        this.onSlowRecovery = onSlowRecovery;
    }

    void stop() {
        stopped = true;
    }

    /** The first fault happens when the callers have written something: classes are loaded then. */
    @Override
    public void run() {
        while (!stopped && !isReady.getAsBoolean()) {
            Fault.pause(5);
        }
        while (!stopped) {
            Fault.pause(SHORTEST_PAUSE + random.nextInt(LONGEST_PAUSE - SHORTEST_PAUSE));
            Fault fault = Fault.random(wanted, random);
            try {
                fault.happen(server, random.split());
                faults.merge(fault, 1, Integer::sum);
                recovery.faultEnded(fault);
                awaitRecovery();
            } catch (SQLException e) {
                // It did not happen: no session to kill, no standby, or a lock that was not available.
            }
        }
    }

    private void awaitRecovery() {
        for (long waited = 0; !stopped && !recovery.isRecovered() && waited < RECOVERY_LIMIT; waited += 5) {
            Fault.pause(5);
            if (waited == SLOW) {
                onSlowRecovery.run();
            }
        }
    }

    /** Returns the number of each fault. Called after the end of the thread. */
    Map<Fault, Integer> faults() {
        return faults;
    }
}
