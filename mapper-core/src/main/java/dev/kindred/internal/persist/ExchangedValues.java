package dev.kindred.internal.persist;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetAside;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides how values that rows exchange are set aside. Thread-safe: it has no state. */
final class ExchangedValues {

    private static final Set<SqlType<?>> INTEGERS = Set.of(SqlTypes.SHORT, SqlTypes.INTEGER, SqlTypes.LONG);

    private ExchangedValues() {}

    /** Returns the statement that sets the values of {@code columns} aside, or null if it can do so with none. */
    static <E> @Nullable SetAside aside(SetAside.Rows rows, Collection<? extends EntityColumn<E, ?>> columns) {
        List<ColumnReference> inverted = columns.stream()
                .filter(column -> INTEGERS.contains(column.type()))
                .<ColumnReference>map(Columns::reference)
                .toList();
        List<ColumnReference> emptied = columns.stream()
                .filter(column -> !INTEGERS.contains(column.type()))
                .filter(column -> Nodes.of(column).is(ColumnTrait.NULLABLE))
                .<ColumnReference>map(Columns::reference)
                .toList();
        return inverted.isEmpty() && emptied.isEmpty() ? null : new SetAside(rows, inverted, emptied);
    }
}
