package dev.kindred.reactor.internal.preload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a relation for some keys: which row each leads to, and which lead to none. Immutable.
 *
 * @param rows the rows by key
 * @param covered the keys that are known, those that lead to nothing included
 */
record Resolution<R>(Map<Object, R> rows, Set<Object> covered) {

    boolean covers(Object key) {
        return covered.contains(key);
    }

    @Nullable
    R row(Object key) {
        return rows.get(key);
    }

    /** Returns what is known from this or {@code newer}, which counts where both know. */
    Resolution<R> merge(Resolution<R> newer) {
        if (newer.covered.containsAll(covered)) {
            return newer;
        }
        Map<Object, R> all = new HashMap<>(rows);
        all.keySet().removeAll(newer.covered);
        all.putAll(newer.rows);
        Set<Object> keys = new HashSet<>(covered);
        keys.addAll(newer.covered);
        return new Resolution<>(all, keys);
    }
}
