package dev.kindred.spring.transaction;

import java.util.HashMap;
import java.util.Map;

/**
 * Whether a transaction can only be rolled back. A rollback to a savepoint removes a mark that was set after it, since
 * the marked work is undone. Thread-safe.
 */
final class RollbackMark {

    private final Map<String, Boolean> atSavepoints = new HashMap<>();
    private boolean marked;
    private boolean doomed;

    /** Marks the transaction. */
    synchronized void set() {
        marked = true;
    }

    /** Marks the transaction for ever: the state of its connection is unknown, or the mapper asks for it. */
    synchronized void doom() {
        doomed = true;
    }

    synchronized boolean isSet() {
        return marked || doomed;
    }

    /** Records a new savepoint. */
    synchronized void savepoint(String name) {
        atSavepoints.put(name, marked);
    }

    /** Records a rollback to a savepoint. */
    synchronized void rolledBackTo(String name) {
        marked = atSavepoints.getOrDefault(name, marked);
    }
}
