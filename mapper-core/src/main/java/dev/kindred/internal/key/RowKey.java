package dev.kindred.internal.key;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import java.util.List;

/**
 * The key by which the rows of a statement belong to entities. It is read from the row beside the entity, so the entity
 * needs no member for it. Immutable and thread-safe.
 *
 * @param columns the key columns; if the key is in {@code linked}, the primary key of the row
 * @param beside those of {@code columns} that the entity of the row does not select; the statement selects them after
 *     the columns of the entity
 * @param linked the key columns if they are columns of another table, which the statement selects last; otherwise empty
 */
public record RowKey(
        List<? extends EntityColumn<?, ?>> columns,
        List<? extends EntityColumn<?, ?>> beside,
        List<ColumnReference> linked) {

    public RowKey {
        columns = List.copyOf(Checks.notNull(columns, "columns"));
        beside = List.copyOf(Checks.notNull(beside, "beside"));
        linked = Checks.noNulls(linked, "linked");
    }

    /**
     * Returns the key {@code key} of rows whose entity selects {@code selected}. A selected column is not selected
     * again.
     */
    public static RowKey of(List<? extends EntityColumn<?, ?>> key, List<? extends EntityColumn<?, ?>> selected) {
        return beside(List.of(), key, selected);
    }

    /**
     * Returns the key {@code linked} of rows that several entities can share. The primary key {@code id} tells which
     * rows are equal. Without one, each row is an instance of its own.
     */
    public static RowKey beside(
            List<ColumnReference> linked,
            List<? extends EntityColumn<?, ?>> id,
            List<? extends EntityColumn<?, ?>> selected) {
        return new RowKey(
                id,
                RelationKey.stored(id).stream()
                        .filter(column -> !selected.contains(column))
                        .toList(),
                linked);
    }

    /** Returns whether several entities can share a row. */
    public boolean isShared() {
        return !linked.isEmpty();
    }

    /** Returns the references to the columns that are selected beside the entity. */
    public List<ColumnReference> selected() {
        return beside.stream()
                .<ColumnReference>map(column -> Nodes.of(column).reference())
                .toList();
    }
}
