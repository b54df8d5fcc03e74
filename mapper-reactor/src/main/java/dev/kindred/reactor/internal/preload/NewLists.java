package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.preload.JavaOrder;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.preload.WrittenRow;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lists of parents that were inserted together with their children. Confined to one thread. */
final class NewLists<E, R> {

    private final Relation<E, R> relation;
    private final @Nullable JavaOrder<R> order;
    private final Map<SiblingBatch<?, R, RowList<R>>, Map<Object, List<R>>> known = new HashMap<>();

    /** Sorts the rows as {@code relation} does. */
    NewLists(Relation<E, R> relation) {
        this.relation = relation;
        this.order = PreloadStep.of(relation).sort();
    }

    /** Adds the list of {@code parent}, whose handle has {@code value}, if a read finds the same rows. */
    void add(E parent, List<R> children, RelatedValue<R, RowList<R>> value) {
        @Nullable SiblingBatch<?, R, RowList<R>> batch = value.batch();
        @Nullable Object key = value.key();
        if (batch != null && key != null && areFound(parent, children)) {
            known.computeIfAbsent(batch, any -> new HashMap<>()).put(key, sorted(children));
        }
    }

    /** Loads the handles: in {@code transaction}, or without one for every subscriber. */
    void remember(@Nullable TransactionScope transaction) {
        known.forEach((batch, lists) -> {
            Map<Object, RowList<R>> values = new HashMap<>();
            lists.forEach((key, rows) -> {
                if (!rows.isEmpty()) {
                    values.put(key, new RowList<>(rows, false));
                }
            });
            batch.remember(transaction, Resolution.of(values, lists.keySet()));
        });
    }

    private boolean areFound(E parent, List<R> children) {
        return (order != null || children.size() < 2)
                && WrittenRow.hasNoOtherRows(relation, parent)
                && children.stream().allMatch(child -> WrittenRow.isFound(relation, parent, child, true))
                && areDistinct(children);
    }

    private List<R> sorted(List<R> children) {
        if (order == null || children.size() < 2) {
            return children;
        }
        List<R> rows = new ArrayList<>(children);
        order.sort(rows);
        return rows;
    }

    private boolean areDistinct(List<R> children) {
        List<EntityColumn<R, ?>> id = relation.related().id();
        Set<Object> keys = new HashSet<>();
        return id.isEmpty()
                || children.stream().allMatch(child -> {
                    @Nullable Object key = RelationKey.of(id, child);
                    return key != null && keys.add(key);
                });
    }
}
