package dev.kindred.reactor.internal.preload;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that some keys resolve to. A covered key without a value has no row. Immutable.
 *
 * @param <V> the value of a key, see {@link Arity}
 */
final class Resolution<V> {

    private final Map<Object, V> values;
    private final Set<Object> asked;

    /** {@code asked} may omit keys that have a value. */
    private Resolution(Map<Object, V> values, Set<Object> asked) {
        this.values = values;
        this.asked = asked;
    }

    /**
     * Returns the values of {@code covered}. The caller does not change the arguments any more.
     *
     * @param values the values by key, of some of {@code covered}
     * @param covered all keys that were looked up, with and without a value
     */
    static <V> Resolution<V> of(Map<Object, V> values, Set<Object> covered) {
        return new Resolution<>(values, covered.size() == values.size() ? Set.of() : covered);
    }

    boolean isEmpty() {
        return values.isEmpty() && asked.isEmpty();
    }

    /** Returns all keys that were looked up. */
    Set<Object> covered() {
        Set<Object> all = new HashSet<>(asked);
        all.addAll(values.keySet());
        return Collections.unmodifiableSet(all);
    }

    /** Returns this without the keys that are not in {@code keys}. */
    Resolution<V> only(Set<Object> keys) {
        Map<Object, V> kept = new HashMap<>(values);
        kept.keySet().retainAll(keys);
        return of(kept, keys);
    }

    /** Returns the values of the keys that have one. */
    Collection<V> values() {
        return Collections.unmodifiableCollection(values.values());
    }

    boolean covers(Object key) {
        return values.containsKey(key) || asked.contains(key);
    }

    /** Returns the value of {@code key}, or null if it has no row or is not covered. */
    @Nullable
    V value(Object key) {
        return values.get(key);
    }

    /** Returns the values of the other keys. */
    Resolution<V> without(Object key) {
        Map<Object, V> others = new HashMap<>(values);
        others.remove(key);
        Set<Object> rest = new HashSet<>(asked);
        rest.remove(key);
        return new Resolution<>(others, rest);
    }

    /** Returns the values of both. Where both cover a key, {@code newer} wins. */
    Resolution<V> merge(Resolution<V> newer) {
        if (newer == this) {
            return this;
        }
        Set<Object> covered = covered();
        Set<Object> coveredByNewer = newer.covered();
        if (coveredByNewer.containsAll(covered)) {
            return newer;
        }
        Map<Object, V> all = new HashMap<>(values);
        all.keySet().removeAll(coveredByNewer);
        all.putAll(newer.values);
        Set<Object> both = new HashSet<>(covered);
        both.addAll(coveredByNewer);
        return new Resolution<>(all, both);
    }

    /**
     * Collects rows. Confined to one thread.
     *
     * @param <R> the related entity
     */
    static final class Builder<R, V> {

        private final Arity<R, V> arity;
        private final Map<Object, V> values;
        private final Set<Object> asked;
        private final boolean isForGivenKeys;
        private @Nullable Object lastKey;
        private @Nullable V lastValue;

        /** Starts without a key. */
        Builder(Arity<R, V> arity) {
            this.arity = arity;
            this.values = new HashMap<>();
            this.asked = new HashSet<>();
            this.isForGivenKeys = false;
        }

        /** Starts with {@code keys} without rows. The caller does not change {@code keys} any more. */
        Builder(Arity<R, V> arity, Set<Object> keys) {
            this.arity = arity;
            this.values = new HashMap<>(keys.size() * 2);
            this.asked = keys;
            this.isForGivenKeys = true;
        }

        boolean covers(Object key) {
            return values.containsKey(key) || asked.contains(key);
        }

        /** Adds a key with {@code row}; null means no row. */
        void addKey(Object key, @Nullable R row) {
            if (row == null) {
                asked.add(key);
            } else {
                put(key, row);
            }
        }

        /**
         * Adds {@code row} to the rows of {@code key}. Returns false if {@code key} is not one of the keys. The rows of
         * a key often follow each other.
         */
        boolean add(Object key, R row) {
            if (key.equals(lastKey)) {
                put(key, lastValue, row);
                return true;
            }
            boolean isAskedFor = asked.contains(key);
            if (isAskedFor) {
                put(key, row);
            }
            return isAskedFor;
        }

        private void put(Object key, R row) {
            put(key, values.get(key), row);
        }

        private void put(Object key, @Nullable V before, R row) {
            V value = arity.with(before, row);
            if (value != before) {
                values.put(key, value);
            }
            lastKey = key;
            lastValue = value;
        }

        /** Returns the values, with the rows of each key as {@code rows} says. */
        Resolution<V> build(EachKey<R> rows) {
            values.replaceAll((key, value) -> arity.complete(value, rows));
            return build();
        }

        /** If every given key has a value, the values alone are enough. */
        Resolution<V> build() {
            return new Resolution<>(values, isForGivenKeys && asked.size() == values.size() ? Set.of() : asked);
        }
    }
}
