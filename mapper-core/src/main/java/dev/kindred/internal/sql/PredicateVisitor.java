package dev.kindred.internal.sql;

/** One method for each kind of {@link Predicate}, so that a new kind does not compile until every visitor handles it. */
public interface PredicateVisitor<R> {

    /** Visits two values compared. */
    R comparison(Predicate.Comparison comparison);

    /** Visits a test for null. */
    R isNull(Predicate.IsNull isNull);

    /** Visits a match of a pattern. */
    R like(Predicate.Like like);

    /** Visits a value among the elements of an array. */
    R anyOf(Predicate.AnyOf anyOf);

    /** Visits several columns among the rows of as many arrays. */
    R rowAnyOf(Predicate.RowAnyOf rowAnyOf);

    /** Visits several columns compared to as many values. */
    R rowComparison(Predicate.RowComparison rowComparison);

    /** Visits a test for rows of a sub-query. */
    R related(Predicate.Related related);

    /** Visits all of some predicates. */
    R conjunction(Predicate.Conjunction conjunction);

    /** Visits one of some predicates. */
    R disjunction(Predicate.Disjunction disjunction);

    /** Visits the opposite of a predicate. */
    R negation(Predicate.Negation negation);

    /** Visits a condition that the user wrote. */
    R raw(Predicate.Raw raw);

    /** Visits columns that are one of the rows of a query. */
    R inSelect(Predicate.InSelect inSelect);
}
