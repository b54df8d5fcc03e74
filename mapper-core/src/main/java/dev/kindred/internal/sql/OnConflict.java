package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ON CONFLICT clause of an insert.
 *
 * @param target the columns of the unique index; a violation of another index is an error. Empty for any unique index
 * @param where the condition that selects a partial index, or null; its values are written as constants
 * @param replaced the columns of the existing row that get the new row's value; empty for DO NOTHING
 * @param increments the integer columns of the existing row that are incremented
 */
public record OnConflict(
        List<ColumnReference> target,
        @Nullable Predicate where,
        List<ColumnReference> replaced,
        List<ColumnReference> increments) {

    public OnConflict {
        target = List.copyOf(target);
        replaced = List.copyOf(replaced);
        increments = List.copyOf(increments);
        boolean changes = !replaced.isEmpty() || !increments.isEmpty();
        Checks.argument(!target.isEmpty() || !changes, "an update on conflict needs at least one target column");
        Checks.argument(!target.isEmpty() || where == null, "a partial index needs at least one column");
    }

    /** Updates the existing row with the same {@code target}, by an index on all rows. */
    public OnConflict(List<ColumnReference> target, List<ColumnReference> replaced, List<ColumnReference> increments) {
        this(target, null, replaced, increments);
    }

    /** Leaves the existing row unchanged. The statement then returns no row. */
    public static OnConflict doNothing(List<ColumnReference> target, @Nullable Predicate where) {
        return new OnConflict(target, where, List.of(), List.of());
    }

    /** Returns whether an existing row stays unchanged. */
    public boolean changesNothing() {
        return replaced.isEmpty() && increments.isEmpty();
    }
}
