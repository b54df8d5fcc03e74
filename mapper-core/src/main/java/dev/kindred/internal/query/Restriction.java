package dev.kindred.internal.query;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relation imposes on a query for its related entities, whatever else the user asks for. Immutable and
 * thread-safe.
 *
 * @param predicates the conditions, each of which stands beside the user's in parentheses
 * @param tieBreak the order that decides where the user's leaves several rows equal
 * @param oneEach the columns for each of whose values only the first row counts; none when every row does
 * @param atMost how many rows may be read, or null for any number
 * @param picks whether conditions and order decide on a row before the user's conditions are asked, which are about
 *     that row then
 */
public record Restriction(
        List<Predicate> predicates,
        List<Ordering> tieBreak,
        List<ColumnReference> oneEach,
        @Nullable Long atMost,
        boolean picks) {

    private static final Predicate NO_ROW = new Predicate.Disjunction(List.of());

    private static final Restriction NOTHING = new Restriction(NO_ROW, List.of(), 1L);

    public Restriction {
        predicates = Checks.noNulls(predicates, "predicates");
        Checks.argument(!predicates.isEmpty(), "a restriction has at least one condition");
        tieBreak = Checks.noNulls(tieBreak, "tieBreak");
        oneEach = Checks.noNulls(oneEach, "oneEach");
    }

    /** Imposes one condition. */
    public Restriction(Predicate predicate, List<Ordering> tieBreak, @Nullable Long atMost) {
        this(List.of(Checks.notNull(predicate, "predicate")), tieBreak, List.of(), atMost, false);
    }

    /** Returns the restriction of an entity whose key is null. A query within it matches nothing and is not sent. */
    public static Restriction nothing() {
        return NOTHING;
    }

    /**
     * Returns whether this includes {@link #nothing()}. A condition of a user that happens to match no row does not
     * count.
     */
    @SuppressWarnings("ReferenceEquality") // a user can write an equal condition, whose statement is sent
    boolean matchesNothing() {
        return predicates.stream().anyMatch(predicate -> predicate == NO_ROW);
    }

    /** Returns what both impose; the order is that of {@code other}, unless it has none. */
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
                picks || other.picks);
    }
}
