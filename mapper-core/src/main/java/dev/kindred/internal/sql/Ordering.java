package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;

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
