package dev.kindred.internal.persist;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.RowSource;
import dev.kindred.internal.sql.WriteOfEach;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The write of one row, which can be in one statement with others. Immutable and thread-safe.
 *
 * @param shape what it has in common with the others
 * @param row the values of the columns of the shape
 * @param key the primary key of the row in the form of {@link dev.kindred.internal.key.RelationKey}, or null for a new
 *     row
 */
public record SharedWrite(
        WriteOfEach.Shape shape,
        List<Parameter> row,
        @Nullable Object key) {

    public SharedWrite {
        row = List.copyOf(row);
    }

    /** Returns this write with other values. */
    public SharedWrite with(List<Parameter> values) {
        return values == row ? this : new SharedWrite(shape, values, key);
    }

    /** Returns whether this write and {@code other} can be in one statement, unless they write the same row. */
    public boolean hasShapeOf(SharedWrite other) {
        if (!shape.equals(other.shape)) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).type().equals(other.row.get(i).type())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the statement of {@code writes}, which have one shape and write different rows. */
    public static WriteOfEach together(List<SharedWrite> writes) {
        SharedWrite first = writes.get(0);
        List<ColumnReference> columns = first.shape.columns();
        List<Parameter> arrays = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            List<@Nullable Object> values = new ArrayList<>(writes.size());
            for (SharedWrite write : writes) {
                values.add(write.row.get(i).value());
            }
            Parameter known = first.row.get(i);
            arrays.add(new Parameter(SqlTypes.list(known.type()), values, known.member()));
        }
        return new WriteOfEach(first.shape, new RowSource.Arrays(columns, arrays, writes.size()));
    }
}
