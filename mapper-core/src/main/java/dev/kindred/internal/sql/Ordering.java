package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;
import java.util.ArrayList;
import java.util.List;

/**
 * One term of an ORDER BY.
 *
 * @param expression the sort expression
 * @param direction the direction
 * @param nulls the position of nulls
 */
public record Ordering(Expression expression, Direction direction, Nulls nulls) {

    public Ordering {
        Abilities.require(ServerAbility.ORDER, Checks.notNull(expression, "expression"));
        Checks.notNull(direction, "direction");
        Checks.notNull(nulls, "nulls");
    }

    /** Returns the term that sorts by {@code expression}, with the server's default position of nulls. */
    public static Ordering by(Expression expression, Direction direction) {
        return new Ordering(expression, direction, Nulls.SERVER_DEFAULT);
    }

    /**
     * Returns {@code terms} with the columns of {@code key} at the end, so that no two rows are equal. The key has the
     * direction of the term before it, so that one index can serve both.
     */
    public static List<Ordering> total(List<Ordering> terms, List<ColumnReference> key) {
        List<Ordering> all = new ArrayList<>(terms);
        Direction direction = terms.isEmpty()
                ? Direction.ASCENDING
                : terms.get(terms.size() - 1).direction();
        for (ColumnReference column : key) {
            if (all.stream().noneMatch(term -> term.expression().equals(column))) {
                all.add(by(column, direction));
            }
        }
        return all;
    }

    /** Returns the term with the opposite direction and the opposite position of nulls. */
    public Ordering reversed() {
        return new Ordering(
                expression,
                direction == Direction.ASCENDING ? Direction.DESCENDING : Direction.ASCENDING,
                switch (nulls) {
                    case SERVER_DEFAULT -> Nulls.SERVER_DEFAULT;
                    case FIRST -> Nulls.LAST;
                    case LAST -> Nulls.FIRST;
                });
    }

    /** Returns whether the term is an aggregate over a group, which only a grouping supports. */
    public boolean isOfGroups() {
        return expression instanceof Expression.Function;
    }

    /** Returns whether nulls sort after all values. */
    public boolean nullsAreLast() {
        return switch (nulls) {
            case SERVER_DEFAULT -> direction == Direction.ASCENDING;
            case FIRST -> false;
            case LAST -> true;
        };
    }

    /** The sort direction. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** The position of nulls. The server's default is last for ascending and first for descending order. */
    public enum Nulls {
        SERVER_DEFAULT,
        FIRST,
        LAST
    }
}
