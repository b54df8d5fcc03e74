package dev.kindred.internal.query;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of entities and relations as parts of statements. Thread-safe: it has no state. */
public final class Columns {

    private Columns() {}

    /** Returns the reference to {@code column}. */
    public static ColumnReference reference(EntityColumn<?, ?> column) {
        return Nodes.of(column).reference();
    }

    /** Returns the references to {@code columns}, in their order. */
    public static List<ColumnReference> references(Collection<? extends EntityColumn<?, ?>> columns) {
        return columns.stream().map(Columns::reference).toList();
    }

    /** Returns the references to all columns of {@code model}, in their order. */
    public static List<ColumnReference> references(EntityModel<?> model) {
        return Nodes.of(model).references();
    }

    /** Returns the column that marks a row of {@code model} as deleted, or null. */
    public static @Nullable ColumnReference softDelete(EntityModel<?> model) {
        return model.softDelete().map(Columns::reference).orElse(null);
    }
}
