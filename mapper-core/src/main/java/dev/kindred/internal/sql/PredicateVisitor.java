package dev.kindred.internal.sql;

/** One method for each kind of {@link Predicate}. A new kind compiles only when every visitor handles it. */
public interface PredicateVisitor<R> {

    /** Visits a comparison. */
    R comparison(Predicate.Comparison comparison);

    /** Visits a test for null. */
    R isNull(Predicate.IsNull isNull);

    /** Visits a pattern match. */
    R like(Predicate.Like like);

    /** Visits a match with an array. */
    R anyOf(Predicate.AnyOf anyOf);

    /** Visits a match of several columns with parallel arrays. */
    R rowAnyOf(Predicate.RowAnyOf rowAnyOf);

    /** Visits a row comparison. */
    R rowComparison(Predicate.RowComparison rowComparison);

    /** Visits an EXISTS. */
    R related(Predicate.Related related);

    /** Visits a test of a path. */
    R reached(Reached reached);

    /** Visits a condition on the pivot. */
    R ofPivot(OfPivot ofPivot);

    /** Visits a conjunction. */
    R conjunction(Predicate.Conjunction conjunction);

    /** Visits a disjunction. */
    R disjunction(Predicate.Disjunction disjunction);

    /** Visits a negation. */
    R negation(Predicate.Negation negation);

    /** Visits a raw condition. */
    R raw(Predicate.Raw raw);

    /** Visits a match of columns with a query. */
    R inSelect(Predicate.InSelect inSelect);
}
