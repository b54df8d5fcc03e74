package dev.kindred.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.OfPivot;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.PredicateVisitor;
import dev.kindred.internal.sql.Reached;
import dev.kindred.type.ComparisonOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates conditions against the known values of some columns of a row. An outcome is reported only if it holds for
 * every collation, rounding and padding that the server may apply. Immutable.
 *
 * @param values the values by the names of their columns
 */
record KnownValues(Map<String, @Nullable Object> values) implements PredicateVisitor<Outcome> {

    /** Larger numbers are not expanded: a short text such as {@code 1e999999999} would need a gigabyte. */
    private static final int MOST_DIGITS = 100;

    @Override
    public Outcome comparison(Predicate.Comparison comparison) {
        if (!(comparison.left() instanceof ColumnReference column)
                || !(comparison.right() instanceof Parameter parameter)) {
            return Outcome.UNKNOWN;
        }
        return values.containsKey(column.name())
                ? compare(values.get(column.name()), comparison.operator(), parameter.value())
                : Outcome.OPEN;
    }

    @Override
    public Outcome isNull(Predicate.IsNull isNull) {
        return operand(isNull.operand(), value -> Outcome.of(value == null));
    }

    @Override
    public Outcome like(Predicate.Like like) {
        return operand(like.operand(), value -> value == null ? Outcome.NULL : Outcome.UNKNOWN);
    }

    @Override
    public Outcome anyOf(Predicate.AnyOf anyOf) {
        return operand(
                anyOf.operand(),
                value -> anyOf.array().value() instanceof Collection<?> elements
                        ? disjunction(elements.stream()
                                .map(element -> compare(value, ComparisonOperator.EQUAL, element))
                                .toList())
                        : Outcome.UNKNOWN);
    }

    @Override
    public Outcome rowAnyOf(Predicate.RowAnyOf rowAnyOf) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome rowComparison(Predicate.RowComparison rowComparison) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome inSelect(Predicate.InSelect inSelect) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome raw(Predicate.Raw raw) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome related(Predicate.Related related) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome reached(Reached reached) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome ofPivot(OfPivot ofPivot) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome conjunction(Predicate.Conjunction conjunction) {
        return disjunction(conjunction.operands().stream()
                        .map(operand -> operand.accept(this).negated())
                        .toList())
                .negated();
    }

    @Override
    public Outcome disjunction(Predicate.Disjunction disjunction) {
        return disjunction(disjunction.operands().stream()
                .map(operand -> operand.accept(this))
                .toList());
    }

    @Override
    public Outcome negation(Predicate.Negation negation) {
        return negation.operand().accept(this).negated();
    }

    private Outcome operand(Expression operand, java.util.function.Function<@Nullable Object, Outcome> outcome) {
        if (!(operand instanceof ColumnReference column)) {
            return Outcome.UNKNOWN;
        }
        return values.containsKey(column.name()) ? outcome.apply(values.get(column.name())) : Outcome.OPEN;
    }

    /**
     * With an open operand and a known one, the result is unknown: the open operand may be the one that held before.
     */
    private static Outcome disjunction(List<Outcome> operands) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        outcomes.addAll(operands);
        if (outcomes.contains(Outcome.TRUE)) {
            return Outcome.TRUE;
        }
        if (outcomes.contains(Outcome.OPEN)) {
            return outcomes.size() == 1 ? Outcome.OPEN : Outcome.UNKNOWN;
        }
        if (outcomes.contains(Outcome.UNKNOWN)) {
            return Outcome.UNKNOWN;
        }
        return outcomes.contains(Outcome.NULL) ? Outcome.NULL : Outcome.FALSE;
    }

    private static Outcome compare(@Nullable Object one, ComparisonOperator operator, @Nullable Object other) {
        if (one == null || other == null) {
            return Outcome.NULL;
        }
        return switch (operator) {
            case EQUAL -> equal(one, other);
            case NOT_EQUAL -> equal(one, other).negated();
            case LESS -> order(one, other, -1, false);
            case LESS_OR_EQUAL -> order(one, other, -1, true);
            case GREATER -> order(one, other, 1, false);
            case GREATER_OR_EQUAL -> order(one, other, 1, true);
        };
    }

    private static Outcome equal(Object one, Object other) {
        @Nullable BigInteger number = whole(one);
        @Nullable BigInteger otherNumber = whole(other);
        if (number != null && otherNumber != null) {
            return Outcome.of(number.equals(otherNumber));
        }
        if (one instanceof String && other instanceof String) {
            boolean mayBeEqual =
                    String.valueOf(ServerEquality.folded(one)).equals(String.valueOf(ServerEquality.folded(other)));
            return one.equals(other) ? Outcome.TRUE : mayBeEqual ? Outcome.UNKNOWN : Outcome.FALSE;
        }
        return ServerEquality.isExact(one) && ServerEquality.isExact(other)
                ? Outcome.of(RelationKey.of(one).equals(RelationKey.of(other)))
                : Outcome.UNKNOWN;
    }

    private static Outcome order(Object one, Object other, int sign, boolean orEqual) {
        @Nullable BigInteger number = whole(one);
        @Nullable BigInteger otherNumber = whole(other);
        int order;
        if (number != null && otherNumber != null) {
            order = number.compareTo(otherNumber);
        } else if (one instanceof LocalDate date && other instanceof LocalDate otherDate) {
            order = Integer.signum(date.compareTo(otherDate));
        } else {
            return Outcome.UNKNOWN;
        }
        return Outcome.of(order == 0 ? orEqual : order == sign);
    }

    /** A number with a fraction may be rounded when it is stored. */
    private static @Nullable BigInteger whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return BigInteger.valueOf(((Number) value).longValue());
        }
        if (value instanceof BigInteger number) {
            return number;
        }
        if (value instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) <= MOST_DIGITS) {
            return decimal.stripTrailingZeros().scale() <= 0 ? decimal.toBigIntegerExact() : null;
        }
        return null;
    }
}
