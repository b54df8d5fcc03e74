package dev.kindred.internal.sql;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.ServerAbility;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.TypeName;
import java.util.List;

/** Refuses operations that PostgreSQL does not support for the type of a column, before a statement is sent. */
final class Abilities {

    private Abilities() {}

    static void require(ServerAbility ability, Expression expression) {
        if (!(expression instanceof ColumnReference column)) {
            return;
        }
        TypeName type = column.type().name();
        if (!ability.isOf(type.name(), type.array())) {
            throw new MappingException(
                    "The column " + column.name() + " is of type " + type.name() + (type.array() ? "[]" : "")
                            + ", and PostgreSQL " + ability.reason()
                            + ". Give the column another type, such as jsonb in place of json, or cast it in raw SQL.");
        }
    }

    /** Returns the ability that {@code operator} requires of the type of its operands. */
    static ServerAbility neededBy(ComparisonOperator operator) {
        return operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL
                ? ServerAbility.EQUALITY
                : ServerAbility.COMPARISON;
    }

    static void require(ServerAbility ability, List<? extends Expression> expressions) {
        expressions.forEach(expression -> require(ability, expression));
    }
}
