package dev.kindred.it.shared;

import dev.kindred.it.support.DatabaseExtension;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a state. */
final class Awaiting {

    private static final long PAUSE = Duration.ofMillis(5).toNanos();
    private static final long LIMIT = Duration.ofSeconds(20).toNanos();

    private Awaiting() {}

    static void until(BooleanSupplier state) {
        long end = System.nanoTime() + LIMIT;
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The state was not reached");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Returns how many sessions of the database wait for a lock. */
    static long waitingForLocks(DatabaseExtension database) {
        return database.postgres()
                .queryLong("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'");
    }
}
