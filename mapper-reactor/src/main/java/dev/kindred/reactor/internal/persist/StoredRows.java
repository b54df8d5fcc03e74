package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.key.SimilarKeys;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityModel;
import dev.kindred.type.WireContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an update of many entities returned, in any order. Each row belongs to the entity with the same key. If
 * the server considers another key equal, it is the row with the similar key. Confined to one chunk.
 */
final class StoredRows<E> {

    private final EntityModel<E> model;
    private final List<E> rows;
    private final WireContext context;
    private final Map<Object, E> bySimilarKey = new HashMap<>();

    StoredRows(EntityModel<E> model, List<E> rows, WireContext context) {
        this.model = model;
        this.rows = rows;
        this.context = context;
    }

    /** Returns the rows in the order of their {@code entities}. */
    List<E> inOrderOf(List<E> entities) {
        return areInOrderOf(entities) ? rows : placed(entities);
    }

    /** Usually the server returns the rows in the order in which it received them. */
    private boolean areInOrderOf(List<E> entities) {
        for (int i = 0; i < entities.size(); i++) {
            if (!keyOf(entities.get(i)).equals(keyOf(rows.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private List<E> placed(List<E> entities) {
        Map<Object, E> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(keyOf(row), row));
        List<@Nullable E> placed = new ArrayList<>(entities.size());
        entities.forEach(entity -> placed.add(byKey.remove(keyOf(entity))));
        byKey.values().forEach(row -> bySimilarKey.put(similarKeyOf(row), row));
        List<E> all = new ArrayList<>(entities.size());
        for (int i = 0; i < entities.size(); i++) {
            @Nullable E row = placed.get(i);
            all.add(row == null ? similar(entities.get(i)) : row);
        }
        return all;
    }

    private E similar(E entity) {
        @Nullable
        E row = bySimilarKey.size() == 1
                ? bySimilarKey.values().iterator().next()
                : bySimilarKey.get(similarKeyOf(entity));
        if (row == null) {
            throw new MappingException("Cannot tell which of the updated rows of "
                    + Nodes.of(model).table() + " is that of which "
                    + model.name()
                    + ": the server considers keys equal that differ in Java. Nothing was changed. Read the"
                    + " entities again, so that they have the keys " + model.id() + " as stored.");
        }
        return row;
    }

    private Object keyOf(E entity) {
        return Objects.requireNonNull(RelationKey.of(model.id(), entity));
    }

    private Object similarKeyOf(E entity) {
        return Objects.requireNonNull(SimilarKeys.of(model.id(), context).apply(entity));
    }
}
