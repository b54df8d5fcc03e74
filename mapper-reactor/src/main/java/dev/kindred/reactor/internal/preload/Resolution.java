package dev.kindred.reactor.internal.preload;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The related rows of some keys. A covered key without a row resolves to no row. Immutable. */
final class Resolution<R> {

    private final Map<Object, R> rows;
    private final Set<Object> asked;

    /** {@code asked} may omit keys that have a row. */
    private Resolution(Map<Object, R> rows, Set<Object> asked) {
        this.rows = rows;
        this.asked = asked;
    }

    /**
     * Returns the rows of {@code covered}.
     *
     * @param rows the rows by key
     * @param covered all keys that were looked up, with and without a row
     */
    static <R> Resolution<R> of(Map<Object, R> rows, Set<Object> covered) {
        Builder<R> builder = new Builder<>(covered);
        rows.forEach(builder::add);
        return builder.build();
    }

    boolean isEmpty() {
        return rows.isEmpty() && asked.isEmpty();
    }

    /** Returns all keys that were looked up. */
    Set<Object> covered() {
        Set<Object> all = new HashSet<>(asked);
        all.addAll(rows.keySet());
        return Collections.unmodifiableSet(all);
    }

    boolean covers(Object key) {
        return rows.containsKey(key) || asked.contains(key);
    }

    @Nullable
    R row(Object key) {
        return rows.get(key);
    }

    /** Returns the rows of both. Where both cover a key, {@code newer} wins. */
    Resolution<R> merge(Resolution<R> newer) {
        if (newer == this) {
            return this;
        }
        Set<Object> covered = covered();
        Set<Object> coveredByNewer = newer.covered();
        if (coveredByNewer.containsAll(covered)) {
            return newer;
        }
        Map<Object, R> all = new HashMap<>(rows);
        all.keySet().removeAll(coveredByNewer);
        all.putAll(newer.rows);
        Set<Object> both = new HashSet<>(covered);
        both.addAll(coveredByNewer);
        return new Resolution<>(all, both);
    }

    /** Collects rows. Confined to one thread. */
    static final class Builder<R> {

        private final Map<Object, R> rows;
        private final Set<Object> asked;
        private final boolean isForGivenKeys;

        /** Starts without a key. */
        Builder() {
            this.rows = new HashMap<>();
            this.asked = new HashSet<>();
            this.isForGivenKeys = false;
        }

        /** Starts with {@code keys} without rows. The caller does not change {@code keys} any more. */
        Builder(Set<Object> keys) {
            this.rows = new HashMap<>(keys.size() * 2);
            this.asked = keys;
            this.isForGivenKeys = true;
        }

        boolean covers(Object key) {
            return rows.containsKey(key) || asked.contains(key);
        }

        /** Adds a key with {@code row}; null means no row. */
        void addKey(Object key, @Nullable R row) {
            if (row == null) {
                asked.add(key);
            } else {
                rows.put(key, row);
            }
        }

        /** Adds {@code row} for {@code key}, unless it has a row. Returns false if {@code key} is not one of the keys. */
        boolean add(Object key, R row) {
            boolean isAskedFor = asked.contains(key);
            if (isAskedFor) {
                rows.putIfAbsent(key, row);
            }
            return isAskedFor;
        }

        /** If every given key has a row, the rows alone are enough. */
        Resolution<R> build() {
            return new Resolution<>(rows, isForGivenKeys && asked.size() == rows.size() ? Set.of() : asked);
        }
    }
}
