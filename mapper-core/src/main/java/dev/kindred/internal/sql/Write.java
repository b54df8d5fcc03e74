package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.type.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that writes rows of one table. Immutable. */
public sealed interface Write extends Statement permits Insert, InsertRows, Update, UpdateRows, Delete {

    /** Returns the table. */
    TableName table();

    /** Returns the columns of the written rows that are read back. */
    List<ColumnReference> returning();

    /** Returns this statement without anything read back. */
    Write withoutReturning();

    /** Tells whether a row that was there before can be given another value of {@code column}. */
    boolean changes(ColumnReference column);

    /** Tells whether every row that is written was not there before. */
    boolean isNew();

    /** Returns the value that the first written row is given for {@code column}, or null when it is given none. */
    default @Nullable Object valueOf(ColumnReference column) {
        return null;
    }

    /** Tells whether every written row is given null for {@code column}. */
    default boolean isNull(ColumnReference column) {
        return false;
    }
}
