package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an insert does with a row whose key is there already.
 *
 * @param target the columns of the unique index that is meant; a violation of another one is an error. None for any unique index
 * @param where the condition from which that of the index follows when it is partial, or null; its values are written as constants
 * @param replaced the columns of the row that is there that take the new row's value; none to leave it as it is
 * @param increments the integer columns of the row that is there that are raised by one
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
        Checks.argument(!target.isEmpty() || !changes, "a change is by at least one column");
        Checks.argument(!target.isEmpty() || where == null, "a partial index has at least one column");
    }

    /** Changes the row that has the same {@code target} by an index of all rows. */
    public OnConflict(List<ColumnReference> target, List<ColumnReference> replaced, List<ColumnReference> increments) {
        this(target, null, replaced, increments);
    }

    /** Leaves the existing row as it is; the statement then returns no row. */
    public static OnConflict doNothing(List<ColumnReference> target, @Nullable Predicate where) {
        return new OnConflict(target, where, List.of(), List.of());
    }

    /** Tells whether an existing row stays as it is. */
    public boolean changesNothing() {
        return replaced.isEmpty() && increments.isEmpty();
    }
}
