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
 * @param columns the key columns
 * @param beside the key columns that the entity of the row does not select; the statement selects them after the
 *     columns of the entity
 */
public record RowKey(List<? extends EntityColumn<?, ?>> columns, List<? extends EntityColumn<?, ?>> beside) {

    public RowKey {
        columns = List.copyOf(Checks.notNull(columns, "columns"));
        beside = List.copyOf(Checks.notNull(beside, "beside"));
    }

    /**
     * Returns the key {@code key} of rows whose entity selects {@code selected}. A selected column is not selected
     * again.
     */
    public static RowKey of(List<? extends EntityColumn<?, ?>> key, List<? extends EntityColumn<?, ?>> selected) {
        return new RowKey(
                key, key.stream().filter(column -> !selected.contains(column)).toList());
    }

    /** Returns the references to the columns that are selected beside the entity. */
    public List<ColumnReference> selected() {
        return beside.stream()
                .<ColumnReference>map(column -> Nodes.of(column).reference())
                .toList();
    }
}
