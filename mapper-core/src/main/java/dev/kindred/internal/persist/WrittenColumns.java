package dev.kindred.internal.persist;

import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which columns a write contains. Thread-safe: it has no state. */
final class WrittenColumns {

    private static final Set<ColumnTrait> NOT_UPDATED = Set.of(
            ColumnTrait.ID, ColumnTrait.READ_ONLY, ColumnTrait.TENANT, ColumnTrait.CREATED_AT, ColumnTrait.CREATED_BY);

    private WrittenColumns() {}

    /** Returns whether an insert writes {@code value} instead of leaving the column to the database. */
    static boolean isInserted(EntityColumn<?, ?> column, @Nullable Object value) {
        return !Nodes.of(column).isUnset(value) || !isGenerated(column);
    }

    /** Returns whether an update of a whole entity writes the column. */
    static boolean isUpdated(EntityColumn<?, ?> column) {
        return Collections.disjoint(Nodes.of(column).traits(), NOT_UPDATED);
    }

    /** Returns whether an update of a whole entity writes {@code value} instead of leaving the column unchanged. */
    static boolean isUpdated(EntityColumn<?, ?> column, @Nullable Object value) {
        return !Nodes.of(column).isUnset(value) || !Nodes.of(column).is(ColumnTrait.GENERATED);
    }

    /** Throws if a caller cannot give the column a value. */
    static void requireWritable(EntityColumn<?, ?> column) {
        boolean isFilled = Nodes.of(column).isAudit()
                || Nodes.of(column).is(ColumnTrait.READ_ONLY)
                || Nodes.of(column).is(ColumnTrait.TENANT)
                || Nodes.of(column).is(ColumnTrait.VERSION);
        if (isFilled) {
            throw new IllegalArgumentException("The column " + column
                    + " is read only, or written by the mapper itself (tenant, version, created at or by, updated at or"
                    + " by)."
                    + " Leave it out.");
        }
    }

    /** Returns whether the database generates the value of a new row. In a nullable column, null is a value. */
    private static boolean isGenerated(EntityColumn<?, ?> column) {
        return Nodes.of(column).is(ColumnTrait.GENERATED)
                || (Nodes.of(column).storage().defaultValue() != null && !takesNull(column));
    }

    private static boolean takesNull(EntityColumn<?, ?> column) {
        return Nodes.of(column).is(ColumnTrait.NULLABLE) && !Nodes.of(column).is(ColumnTrait.ID);
    }
}
