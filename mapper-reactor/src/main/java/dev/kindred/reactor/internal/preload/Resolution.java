package dev.kindred.reactor.internal.preload;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a relation for some keys: which row each leads to, and which lead to none. Immutable. */
final class Resolution<R> {

    private final Map<Object, R> rows;
    private final Set<Object> asked;

    /** A key that was asked for and has no row leads to none; one that has a row is known either way. */
    private Resolution(Map<Object, R> rows, Set<Object> asked) {
        this.rows = rows;
        this.asked = asked;
    }

    /**
     * Returns what is known of {@code covered}.
     *
     * @param rows the rows by key
     * @param covered the keys that are known, those that lead to nothing included
     */
    static <R> Resolution<R> of(Map<Object, R> rows, Set<Object> covered) {
        Builder<R> builder = new Builder<>(covered);
        rows.forEach(builder::add);
        return builder.build();
    }

    boolean isEmpty() {
        return rows.isEmpty() && asked.isEmpty();
    }

    /** Returns the keys that are known. */
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

    /** Returns what is known from this or {@code newer}, which counts where both know. */
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

    /** What is being found out. Confined to one thread. */
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

        /** Starts with {@code keys}, none of which leads to a row yet, and which change no more. */
        Builder(Set<Object> keys) {
            this.rows = new HashMap<>(keys.size() * 2);
            this.asked = keys;
            this.isForGivenKeys = true;
        }

        boolean covers(Object key) {
            return rows.containsKey(key) || asked.contains(key);
        }

        /** Adds a key that leads to {@code row}, or to none when that is null. */
        void addKey(Object key, @Nullable R row) {
            if (row == null) {
                asked.add(key);
            } else {
                rows.put(key, row);
            }
        }

        /** Lets {@code key} lead to {@code row}, unless it has one already; false when it is not among the keys. */
        boolean add(Object key, R row) {
            boolean isAskedFor = asked.contains(key);
            if (isAskedFor) {
                rows.putIfAbsent(key, row);
            }
            return isAskedFor;
        }

        /** Where every given key has a row, the rows say which keys are known. */
        Resolution<R> build() {
            return new Resolution<>(rows, isForGivenKeys && asked.size() == rows.size() ? Set.of() : asked);
        }
    }
}
