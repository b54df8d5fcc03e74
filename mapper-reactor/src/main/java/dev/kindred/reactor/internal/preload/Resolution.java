package dev.kindred.reactor.internal.preload;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a relation for some keys: which row each leads to, and which lead to none. Immutable. */
final class Resolution<R> {

    /** Stands for the row of a key that leads to none. */
    private static final Object NOTHING = new Object();

    private final Map<Object, Object> known;

    private Resolution(Map<Object, Object> known) {
        this.known = known;
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
        return known.isEmpty();
    }

    /** Returns the keys that are known. */
    Set<Object> covered() {
        return Collections.unmodifiableSet(known.keySet());
    }

    boolean covers(Object key) {
        return known.containsKey(key);
    }

    @SuppressWarnings("unchecked") // what is not NOTHING is a row
    @Nullable
    R row(Object key) {
        @Nullable Object row = known.get(key);
        return row == NOTHING ? null : (R) row;
    }

    /** Returns what is known from this or {@code newer}, which counts where both know. */
    Resolution<R> merge(Resolution<R> newer) {
        if (newer.known.keySet().containsAll(known.keySet())) {
            return newer;
        }
        Map<Object, Object> all = new HashMap<>(known);
        all.putAll(newer.known);
        return new Resolution<>(all);
    }

    /** What is being found out. Confined to one thread. */
    static final class Builder<R> {

        private final Map<Object, Object> known;

        /** Starts with {@code keys}, none of which leads to a row yet. */
        Builder(Set<Object> keys) {
            this.known = new HashMap<>(keys.size() * 2);
            for (Object key : keys) {
                known.put(key, NOTHING);
            }
        }

        /** Lets {@code key} lead to {@code row}, unless it has one already; false when it is not among the keys. */
        boolean add(Object key, R row) {
            @Nullable Object before = known.get(key);
            if (before == NOTHING) {
                known.put(key, row);
            }
            return before != null;
        }

        Resolution<R> build() {
            return new Resolution<>(known);
        }
    }
}
