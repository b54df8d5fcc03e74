package dev.kindred.internal.query;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Reached;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a query for related entities that the relation determines. The steps of the user cannot change it.
 * Immutable and thread-safe.
 *
 * @param predicates the conditions, joined with AND to the condition of the user
 * @param tieBreak the order of rows that are equal in the order of the user
 * @param oneEach the columns of DISTINCT ON: for each combination of their values only the first row is read; empty for
 *     all rows
 * @param atMost the maximum number of rows, or null for no maximum
 * @param picks whether conditions and order select a row first; the conditions of the user then apply to that row only
 * @param byDefault the order of the rows unless the user sets one; empty without a default
 * @param path the steps to the rows if tables are between them and the entity, with the key as a condition of the first
 *     step; otherwise empty
 */
public record Restriction(
        List<Predicate> predicates,
        List<Ordering> tieBreak,
        List<ColumnReference> oneEach,
        @Nullable Long atMost,
        boolean picks,
        List<Ordering> byDefault,
        List<Hop> path) {

    private static final Predicate NO_ROW = new Predicate.Disjunction(List.of());

    private static final Restriction NOTHING = new Restriction(NO_ROW, List.of(), 1L);

    public Restriction {
        predicates = Checks.noNulls(predicates, "predicates");
        path = Checks.noNulls(path, "path");
        tieBreak = Checks.noNulls(tieBreak, "tieBreak");
        oneEach = Checks.noNulls(oneEach, "oneEach");
        byDefault = Checks.noNulls(byDefault, "byDefault");
    }

    /** Creates the restriction of a relation to at most one row for each key. */
    public Restriction(
            List<Predicate> predicates,
            List<Ordering> tieBreak,
            List<ColumnReference> oneEach,
            @Nullable Long atMost,
            boolean picks) {
        this(predicates, tieBreak, oneEach, atMost, picks, List.of(), List.of());
    }

    /** Returns the restriction of a relation to any number of rows, which have the order {@code byDefault}. */
    public static Restriction toMany(List<Predicate> predicates, List<Ordering> byDefault) {
        return new Restriction(predicates, List.of(), List.of(), null, false, byDefault, List.of());
    }

    /** Returns this restriction of rows over {@code hops}, whose first step has the key as a condition. */
    public Restriction over(List<Hop> hops) {
        return new Restriction(predicates, tieBreak, oneEach, atMost, picks, byDefault, hops);
    }

    /**
     * Returns the test of the path with the parts of {@code conditions} that concern the pivot, so that they are about
     * the same pivot, and then the other parts.
     */
    List<Predicate> overPath(List<Predicate> conditions) {
        List<Predicate> parts = new ArrayList<>();
        for (Predicate condition : conditions) {
            parts.addAll(condition instanceof Predicate.Conjunction all ? all.operands() : List.of(condition));
        }
        List<Predicate> ofPivot =
                parts.stream().filter(Predicate::concernsPivot).toList();
        List<Predicate> tested = new ArrayList<>();
        tested.add(new Reached(path, ofPivot.isEmpty() ? null : new Predicate.Conjunction(ofPivot)));
        parts.stream().filter(part -> !part.concernsPivot()).forEach(tested::add);
        return tested;
    }

    /** Creates the restriction to one condition. */
    public Restriction(Predicate predicate, List<Ordering> tieBreak, @Nullable Long atMost) {
        this(List.of(Checks.notNull(predicate, "predicate")), tieBreak, List.of(), atMost, false);
    }

    /** Returns the restriction of an entity whose key is null. A query within it matches nothing and is not sent. */
    public static Restriction nothing() {
        return NOTHING;
    }

    /** Returns {@link #nothing()} for a relation to any number of rows, which have the order {@code byDefault}. */
    public static Restriction nothing(List<Ordering> byDefault) {
        return toMany(List.of(NO_ROW), byDefault);
    }

    /** Returns whether this includes {@link #nothing()}. A condition of the user that matches no row does not count. */
    @SuppressWarnings("ReferenceEquality") // a user can write an equal condition, whose statement is sent
    boolean matchesNothing() {
        return predicates.stream().anyMatch(predicate -> predicate == NO_ROW);
    }

    /** Returns the combination of both. The order of {@code other} replaces the order of this, unless it is empty. */
    Restriction and(Restriction other) {
        @Nullable
        Long fewest = atMost == null || other.atMost == null
                ? (atMost == null ? other.atMost : atMost)
                : Long.valueOf(Math.min(atMost, other.atMost));
        List<Predicate> both = new ArrayList<>(predicates);
        both.addAll(other.predicates);
        return new Restriction(
                both,
                other.tieBreak.isEmpty() ? tieBreak : other.tieBreak,
                other.oneEach.isEmpty() ? oneEach : other.oneEach,
                fewest,
                picks || other.picks,
                other.byDefault.isEmpty() ? byDefault : other.byDefault,
                other.path.isEmpty() ? path : other.path);
    }
}
