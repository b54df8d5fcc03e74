package dev.kindred.internal.key;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The distinct keys of several callers, and which callers asked for each key. A caller is identified by its position.
 * Confined to one thread.
 */
public final class SharedKeys {

    /** A server and Java agree on which values of these types are equal. */
    private static final Set<Class<?>> EXACT =
            Set.of(Long.class, Integer.class, Short.class, UUID.class, BigDecimal.class);

    private final int atMost;
    private final Map<Object, Asked> keys = new LinkedHashMap<>();
    private final List<List<Object>> callers = new ArrayList<>();

    /** Starts without a caller. Accepts callers with at most {@code atMost} distinct keys together. */
    public SharedKeys(int atMost) {
        this.atMost = atMost;
    }

    /**
     * Returns whether rows with the key {@code columns} can be dealt out by their keys: the server and Java agree on
     * which keys are equal. Texts and types with a codec are left out.
     */
    public static boolean areExact(List<? extends EntityColumn<?, ?>> columns) {
        return !columns.isEmpty()
                && columns.stream()
                        .allMatch(column -> column.type().readsAsReceived()
                                && EXACT.contains(column.type().wireType())
                                && !Nodes.of(column).isConstant());
    }

    /**
     * Adds the next caller with its keys in the form of {@link RelationKey#raw}. Returns false if there would be too
     * many keys. The first caller is always added.
     */
    public boolean add(List<Object> rawKeys) {
        List<Object> own = rawKeys.size() == 1
                ? List.of(RelationKey.of(rawKeys.get(0)))
                : rawKeys.stream().map(RelationKey::of).toList();
        if (!callers.isEmpty() && keys.size() + own.size() > atMost && isTooMuch(newKeys(own))) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            Object raw = rawKeys.get(i);
            keys.computeIfAbsent(own.get(i), key -> new Asked(raw, new ArrayList<>(1)))
                    .callers
                    .add(callers.size());
        }
        callers.add(own);
        return true;
    }

    private boolean isTooMuch(long more) {
        return more > 0 && keys.size() + more > atMost;
    }

    private long newKeys(List<Object> own) {
        return own.stream().distinct().filter(key -> !keys.containsKey(key)).count();
    }

    /** Returns the number of callers. */
    public int callers() {
        return callers.size();
    }

    /** Returns the keys of the caller at {@code position}, in the form of {@link RelationKey}. */
    public List<Object> keysOf(int position) {
        return callers.get(position);
    }

    /** Returns the number of distinct keys. */
    public int size() {
        return keys.size();
    }

    /** Returns the positions of the callers that asked for {@code key}, in the form of {@link RelationKey}. */
    public List<Integer> callersOf(Object key) {
        Asked asked = keys.get(key);
        return asked == null ? List.of() : asked.callers;
    }

    /** Returns the keys as values of {@code columns}. */
    public <E> KeyRows<E> rows(List<EntityColumn<E, ?>> columns) {
        KeyRows<E> rows = new KeyRows<>(columns, keys.size());
        keys.forEach((key, asked) -> rows.addRaw(asked.raw, key));
        return rows;
    }

    private record Asked(Object raw, List<Integer> callers) {}
}
