package dev.kindred.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.sql.Expression.ColumnReference;
import java.util.List;

/**
 * What an insert does with a row whose key is there already.
 *
 * @param target the columns of the unique index that is meant; a violation of another one stays an error
 * @param replaced the columns of the row that is there that take the new row's value; none to leave it as it is
 * @param increments the integer columns of the row that is there that are raised by one
 */
public record OnConflict(
        List<ColumnReference> target, List<ColumnReference> replaced, List<ColumnReference> increments) {

    public OnConflict {
        target = List.copyOf(target);
        Checks.argument(!target.isEmpty(), "a conflict is one of at least one column");
        replaced = List.copyOf(replaced);
        increments = List.copyOf(increments);
    }

    /** Leaves the row that is there as it is; the statement then returns no row. */
    public static OnConflict doNothing(List<ColumnReference> target) {
        return new OnConflict(target, List.of(), List.of());
    }
}
