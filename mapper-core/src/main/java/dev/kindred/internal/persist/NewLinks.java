package dev.kindred.internal.persist;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.RowSource;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of new pairs, without the columns that have the same value in each. Immutable.
 *
 * @param target the columns that reference the related rows
 * @param own those of them that do not reference the parent, too
 * @param referenced the columns of the related rows that they reference
 */
record NewLinks<P>(
        List<EntityColumn<P, ?>> target, List<EntityColumn<P, ?>> own, List<? extends EntityColumn<?, ?>> referenced) {

    /** Returns the rows of {@code wanted}. */
    RowSource of(WantedLinks<P> wanted) {
        List<ColumnReference> columns = new ArrayList<>(Columns.references(own));
        columns.addAll(Columns.references(wanted.columns()));
        int size = wanted.keys().size();
        if (wanted.columns().stream().anyMatch(column -> column.type().name().array())) {
            return new RowSource.Tuples(
                    columns,
                    IntStream.range(0, size).mapToObj(i -> row(wanted, i)).toList());
        }
        return new RowSource.Arrays(columns, arrays(wanted), size);
    }

    private List<Parameter> arrays(WantedLinks<P> wanted) {
        List<Parameter> arrays = new ArrayList<>();
        for (int i = 0; i < referenced.size(); i++) {
            if (own.contains(target.get(i))) {
                int part = i;
                List<?> parts = referenced.size() == 1
                        ? wanted.keys()
                        : wanted.keys().stream()
                                .map(key -> ((List<?>) key).get(part))
                                .toList();
                arrays.add(new Parameter(arrayOf(referenced.get(i).type()), parts, target.get(i)));
            }
        }
        for (EntityColumn<P, ?> column : wanted.columns()) {
            List<@Nullable Object> values = new ArrayList<>();
            wanted.values().forEach(each -> values.add(valueOf(column, each)));
            arrays.add(new Parameter(arrayOf(column.type()), values, column));
        }
        return arrays;
    }

    private static <T> SqlType<List<T>> arrayOf(SqlType<T> element) {
        return SqlTypes.list(element);
    }

    private List<Parameter> row(WantedLinks<P> wanted, int index) {
        List<Parameter> row = new ArrayList<>();
        Object key = wanted.keys().get(index);
        for (int i = 0; i < referenced.size(); i++) {
            if (own.contains(target.get(i))) {
                Object part = referenced.size() == 1 ? key : ((List<?>) key).get(i);
                row.add(new Parameter(referenced.get(i).type(), part, target.get(i)));
            }
        }
        for (EntityColumn<P, ?> column : wanted.columns()) {
            row.add(new Parameter(column.type(), valueOf(column, wanted.values().get(index)), column));
        }
        return row;
    }

    private static <P> @Nullable Object valueOf(EntityColumn<P, ?> column, List<Assignment<P>> values) {
        for (Assignment<P> value : values) {
            if (value.column().equals(column)) {
                return value.value();
            }
        }
        return null;
    }
}
