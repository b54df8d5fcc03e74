package dev.kindred.reactor.internal.preload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entities whose handles loaded some rows, by their keys. The inverse handles of the rows resolve to them. The map
 * is built when a row is first asked for its entity. Thread-safe.
 *
 * @param <V> the entity
 */
final class Owners<V> implements Known<V> {

    private final Map<Object, V> byKey = new HashMap<>();
    private final List<List<? extends Owner>> added = new ArrayList<>(1);

    /** Adds {@code owner}, unless the key has an owner. */
    synchronized void add(Object key, V owner) {
        map().putIfAbsent(key, owner);
    }

    /** Adds {@code owners}, which the caller does not change any more. Their entities are of V. */
    synchronized void addAll(List<? extends Owner> owners) {
        added.add(owners);
    }

    synchronized void forget(Object key) {
        map().remove(key);
    }

    @Override
    public synchronized boolean covers(Object key) {
        return map().containsKey(key);
    }

    @Override
    public synchronized @Nullable V value(Object key) {
        return map().get(key);
    }

    @Override
    public boolean isLinked(Object key) {
        return true;
    }

    private Map<Object, V> map() {
        if (!added.isEmpty()) {
            added.forEach(owners -> owners.forEach(this::put));
            added.clear();
        }
        return byKey;
    }

    @SuppressWarnings("unchecked") // see addAll
    private void put(Owner owner) {
        @Nullable Object key = owner.key();
        @Nullable Object entity = owner.origin();
        if (key != null && entity != null) {
            byKey.putIfAbsent(key, (V) entity);
        }
    }

    /** The handle of an entity. */
    interface Owner {

        /** Returns the key in the form of {@link dev.kindred.internal.key.RelationKey}, or null. */
        @Nullable
        Object key();

        /** Returns the entity if related rows can refer back to it, or null. */
        @Nullable
        Object origin();
    }
}
