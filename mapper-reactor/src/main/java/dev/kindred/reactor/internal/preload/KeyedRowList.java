package dev.kindred.reactor.internal.preload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were read for a relation, and the key of each at the same position. A row needs no further object for its
 * key.
 *
 * @param keys the keys by which the rows belong to entities, in the form of
 *     {@link dev.kindred.internal.key.RelationKey}, or null
 * @param rows the related entities, which need not have a member for the key
 * @param mayRepeat whether a row may follow itself among the rows of a key, and then counts once
 */
record KeyedRowList<R>(List<@Nullable Object> keys, List<R> rows, boolean mayRepeat) {

    /** Returns a list without rows. */
    static <R> KeyedRowList<R> empty() {
        return new KeyedRowList<>(List.of(), List.of(), false);
    }

    int size() {
        return rows.size();
    }

    /** Collects keys in the order of the rows. Confined to one result. */
    static final class Keys {

        private final List<@Nullable Object> all = new ArrayList<>();
        private @Nullable Object last;

        /** Adds {@code key}. Equal keys that follow each other are one object. */
        void add(@Nullable Object key) {
            if (key == null || !key.equals(last)) {
                last = key;
            }
            all.add(last);
        }

        /** Returns {@code rows} with the collected keys. */
        <R> KeyedRowList<R> of(List<R> rows) {
            return new KeyedRowList<>(all, rows, false);
        }
    }
}
