package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys whose rows were written in transactions. The rows that were cached outside these transactions are hidden
 * within them, and are outdated once they have ended. Thread-safe.
 */
final class WrittenKeys {

    private volatile List<Entry> entries = List.of();

    /** Adds {@code key}, whose rows were written in {@code transaction}, an outermost scope. */
    synchronized void add(Object key, TransactionScope transaction) {
        Entry entry = new Entry(key, transaction);
        if (!entries.contains(entry)) {
            List<Entry> all = new ArrayList<>(entries);
            all.add(entry);
            entries = List.copyOf(all);
        }
    }

    /** Returns whether a transaction has written the rows of {@code key}. */
    boolean isWritten(Object key) {
        return !entries.isEmpty() && entries.stream().anyMatch(entry -> entry.key.equals(key));
    }

    /** Returns whether {@code reader}, or the transaction around it, has written the rows of {@code key}. */
    boolean isWritten(Object key, @Nullable TransactionScope reader) {
        if (reader == null || entries.isEmpty()) {
            return false;
        }
        return entries.stream().anyMatch(entry -> entry.key.equals(key) && reader.isWithin(entry.transaction));
    }

    /** Removes the keys of transactions that have ended, and removes each from {@code cached}. */
    void settle(LoadState<?> cached) {
        if (!entries.isEmpty()) {
            settleAll(cached);
        }
    }

    private synchronized void settleAll(LoadState<?> cached) {
        List<Entry> open = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.transaction.hasEnded()) {
                cached.forget(entry.key);
            } else {
                open.add(entry);
            }
        }
        entries = List.copyOf(open);
    }

    private record Entry(Object key, TransactionScope transaction) {}
}
