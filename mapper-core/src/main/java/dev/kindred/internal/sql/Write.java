package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that writes rows of one table. Immutable. */
public sealed interface Write extends Statement permits Insert, InsertRows, Update, UpdateRows, Delete {

    /** Returns the table. */
    TableName table();

    /** Returns the columns of the written rows to read back. */
    List<ColumnReference> returning();

    /** Returns a copy without RETURNING. */
    Write withoutReturning();

    /** Returns whether the statement can change {@code column} of an existing row. */
    boolean changes(ColumnReference column);

    /** Returns whether all written rows are new. */
    boolean isNew();

    /** Returns the value that the first written row gets for {@code column}, or null if it is not assigned. */
    default @Nullable Object valueOf(ColumnReference column) {
        return null;
    }

    /** Returns whether all written rows get null for {@code column}. */
    default boolean isNull(ColumnReference column) {
        return false;
    }
}
