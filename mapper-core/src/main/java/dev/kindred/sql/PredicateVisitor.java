package dev.kindred.sql;

/** One method for each kind of {@link Predicate}, so that a new kind does not compile until every visitor handles it. */
public interface PredicateVisitor<R> {

    R comparison(Predicate.Comparison comparison);

    R isNull(Predicate.IsNull isNull);

    R like(Predicate.Like like);

    R anyOf(Predicate.AnyOf anyOf);

    R rowAnyOf(Predicate.RowAnyOf rowAnyOf);

    R conjunction(Predicate.Conjunction conjunction);

    R disjunction(Predicate.Disjunction disjunction);

    R negation(Predicate.Negation negation);
}
