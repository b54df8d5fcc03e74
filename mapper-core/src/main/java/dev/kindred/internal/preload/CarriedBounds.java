package dev.kindred.internal.preload;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Predicate.Comparison;
import dev.kindred.internal.sql.Predicate.Conjunction;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.type.ComparisonOperator;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies the bounds of a condition on the outer rows to the joined rows. PostgreSQL derives equalities over an outer
 * join, but not bounds: without the copy, each page of a keyset would read the joined table from its first row.
 */
final class CarriedBounds {

    private static final Set<ComparisonOperator> BOUNDS = EnumSet.of(
            ComparisonOperator.LESS,
            ComparisonOperator.LESS_OR_EQUAL,
            ComparisonOperator.GREATER,
            ComparisonOperator.GREATER_OR_EQUAL);

    /** Equal columns of other types may have different orders, such as texts of two collations. */
    private static final Set<SqlType<?>> SORTED_ALIKE =
            Set.of(SqlTypes.SHORT, SqlTypes.INTEGER, SqlTypes.LONG, SqlTypes.UUID);

    private CarriedBounds() {}

    /**
     * Returns the bounds of {@code outer}, the conditions on the outer rows, for the inner rows that {@code links} join
     * to them.
     */
    static List<Predicate> of(List<Predicate> outer, List<Correlation> links) {
        return outer.stream()
                .flatMap(CarriedBounds::all)
                .flatMap(each -> carried(each, links))
                .toList();
    }

    private static Stream<Predicate> all(Predicate predicate) {
        return predicate instanceof Conjunction conjunction
                ? conjunction.operands().stream().flatMap(CarriedBounds::all)
                : Stream.of(predicate);
    }

    private static Stream<Predicate> carried(Predicate each, List<Correlation> links) {
        return each instanceof Comparison comparison
                        && BOUNDS.contains(comparison.operator())
                        && comparison.left() instanceof ColumnReference column
                        && comparison.right() instanceof Parameter
                ? links.stream()
                        .filter(link -> link.outer().equals(column) && isSortedAlike(link))
                        .map(link -> new Comparison(link.inner(), comparison.operator(), comparison.right()))
                : Stream.of();
    }

    private static boolean isSortedAlike(Correlation link) {
        return link.inner().type().equals(link.outer().type())
                && SORTED_ALIKE.contains(link.inner().type());
    }
}
