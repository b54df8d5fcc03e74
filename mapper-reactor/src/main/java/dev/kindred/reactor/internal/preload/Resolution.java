package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values that some keys resolve to. A covered key without a value has no row. The values are immutable.
 *
 * @param <V> the value of a key, see {@link Arity}
 */
final class Resolution<V> implements Known<V> {

    /** The covered keys, each with its value or {@link KeyRows#NO_ROW}. */
    private final Map<Object, Object> values;

    /** The keys whose rows need no link back to their entity. */
    private volatile Set<Object> linked;

    private Resolution(Map<Object, Object> values, Set<Object> linked) {
        this.values = values;
        this.linked = linked;
    }

    /**
     * Returns the values of {@code covered}.
     *
     * @param values the values by key, of some of {@code covered}
     * @param covered all keys that were looked up, with and without a value
     */
    static <V> Resolution<V> of(Map<Object, V> values, Set<Object> covered) {
        Map<Object, Object> all = new HashMap<>(covered.size() * 2);
        covered.forEach(key -> all.put(key, KeyRows.NO_ROW));
        all.putAll(values);
        return new Resolution<>(all, Set.of());
    }

    /**
     * Returns the values of the keys of {@code values}. Their rows are not linked back to an entity. The caller does
     * not change the map any more.
     */
    @SuppressWarnings("unchecked") // a map of values is only read
    static <V> Resolution<V> linked(Map<Object, V> values) {
        return new Resolution<>((Map<Object, Object>) values, values.keySet());
    }

    /** Records that the rows of all keys are linked back to their entities. */
    void allLinked() {
        linked = values.keySet();
    }

    @Override
    public boolean isLinked(Object key) {
        Set<Object> current = linked;
        return !current.isEmpty() && current.contains(key);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns all keys that were looked up. */
    Set<Object> covered() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Returns this without the keys that are not in {@code keys}. */
    Resolution<V> only(Set<Object> keys) {
        Map<Object, Object> kept = new HashMap<>(values);
        kept.keySet().retainAll(keys);
        return new Resolution<>(kept, linked);
    }

    /** Calls {@code action} with the value of each key that has one. */
    void forEach(Consumer<V> action) {
        for (Object value : values.values()) {
            @Nullable V own = orNull(value);
            if (own != null) {
                action.accept(own);
            }
        }
    }

    @Override
    public boolean covers(Object key) {
        return values.containsKey(key);
    }

    @Override
    public @Nullable V value(Object key) {
        return orNull(values.get(key));
    }

    @SuppressWarnings("unchecked") // the other values of the map are of V
    private @Nullable V orNull(@Nullable Object value) {
        return value == KeyRows.NO_ROW ? null : (V) value;
    }

    /** Returns the values of the other keys. */
    Resolution<V> without(Object key) {
        Map<Object, Object> others = new HashMap<>(values);
        others.remove(key);
        return new Resolution<>(others, linked);
    }

    /** Returns the values of both. Where both cover a key, {@code newer} wins. */
    Resolution<V> merge(Resolution<V> newer) {
        if (newer == this || newer.values.keySet().containsAll(values.keySet())) {
            return newer;
        }
        Map<Object, Object> all = new HashMap<>(values);
        all.putAll(newer.values);
        return new Resolution<>(all, linkedIn(newer));
    }

    private Set<Object> linkedIn(Resolution<V> newer) {
        if (linked.isEmpty() && newer.linked.isEmpty()) {
            return Set.of();
        }
        Set<Object> both = new HashSet<>(linked);
        both.removeAll(newer.values.keySet());
        both.addAll(newer.linked);
        return both;
    }

    /**
     * Collects rows. Confined to one thread.
     *
     * @param <R> the related entity
     */
    static final class Builder<R, V> {

        private final Arity<R, V> arity;
        private final Map<Object, Object> values;
        private final boolean mayRepeat;
        private @Nullable Object lastKey;
        private @Nullable V lastValue;

        /** Starts without a key. */
        Builder(Arity<R, V> arity) {
            this(arity, new HashMap<>(), false);
        }

        /**
         * Starts with {@code keys}, each with {@link KeyRows#NO_ROW}. The caller does not use it any more.
         *
         * @param mayRepeat whether a row may follow itself among the rows of a key, and then counts once
         */
        Builder(Arity<R, V> arity, Map<Object, Object> keys, boolean mayRepeat) {
            this.arity = arity;
            this.values = keys;
            this.mayRepeat = mayRepeat;
        }

        boolean covers(Object key) {
            return values.containsKey(key);
        }

        /** Adds a key with {@code row}; null means no row. */
        void addKey(Object key, @Nullable R row) {
            values.put(key, row == null ? KeyRows.NO_ROW : arity.with(null, row));
        }

        /**
         * Adds {@code row} to the rows of {@code key}. Returns false if {@code key} is not one of the keys. The rows of
         * a key often follow each other.
         */
        boolean add(Object key, R row) {
            if (key == lastKey || key.equals(lastKey)) {
                put(key, lastValue, row);
                return true;
            }
            @Nullable Object before = values.get(key);
            if (before != null) {
                put(key, orNull(before), row);
            }
            return before != null;
        }

        @SuppressWarnings("unchecked") // the other values of the map are of V
        private @Nullable V orNull(Object value) {
            return value == KeyRows.NO_ROW ? null : (V) value;
        }

        private void put(Object key, @Nullable V before, R row) {
            boolean isRepeated = mayRepeat && before != null && arity.endsWith(before, row);
            V value = before != null && isRepeated ? before : arity.with(before, row);
            if (value != before) {
                values.put(key, value);
            }
            lastKey = key;
            lastValue = value;
        }

        /** Returns the values, with the rows of each key as {@code rows} says. */
        Resolution<V> build(EachKey<R> rows) {
            if (arity.isOfMany()) {
                values.replaceAll((key, value) -> {
                    @Nullable V own = orNull(value);
                    return own == null ? value : arity.complete(own, rows);
                });
            }
            return build();
        }

        /** Returns the values. */
        Resolution<V> build() {
            return new Resolution<>(values, Set.of());
        }
    }
}
