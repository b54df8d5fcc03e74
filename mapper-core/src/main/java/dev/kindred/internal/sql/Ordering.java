package dev.kindred.internal.sql;

import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.ServerAbility;

/**
 * One term of an ORDER BY.
 *
 * @param expression what is sorted by
 * @param direction up or down
 * @param nulls where nulls go
 */
public record Ordering(Expression expression, Direction direction, Nulls nulls) {

    public Ordering {
        Abilities.require(ServerAbility.ORDER, Checks.notNull(expression, "expression"));
        Checks.notNull(direction, "direction");
        Checks.notNull(nulls, "nulls");
    }

    /** Returns the term that sorts by {@code expression}, with nulls where the server puts them. */
    public static Ordering by(Expression expression, Direction direction) {
        return new Ordering(expression, direction, Nulls.SERVER_DEFAULT);
    }

    /** Returns the term that sorts the other way round, nulls included. */
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

    /** Tells whether the term is a value made of the rows of a group, which only a query with groups has. */
    public boolean isOfGroups() {
        return expression instanceof Expression.Function;
    }

    /** Tells whether nulls come after all values. */
    public boolean nullsAreLast() {
        return switch (nulls) {
            case SERVER_DEFAULT -> direction == Direction.ASCENDING;
            case FIRST -> false;
            case LAST -> true;
        };
    }

    /** Up or down. */
    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** Where nulls go; the server's default is last when ascending and first when descending. */
    public enum Nulls {
        SERVER_DEFAULT,
        FIRST,
        LAST
    }
}
