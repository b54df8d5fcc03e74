package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks, before a child is written, whether its relation can find it afterwards. The check uses the written values
 * only and ignores the foreign key, which the parent determines. Immutable and thread-safe.
 */
public final class ScopeCheck<R> {

    private final Relation<?, R> relation;
    private final EntityModel<R> related;

    /** Creates a check of values against the scope of {@code relation}. */
    public ScopeCheck(Relation<?, R> relation) {
        this.relation = relation;
        this.related = relation.related();
    }

    /**
     * Rejects values that are outside of the scope.
     *
     * @throws MappingException if one of {@code values} contradicts the scope
     */
    public void requireWithin(List<Assignment<R>> values) {
        List<Predicate> scope = scope();
        if (!scope.isEmpty()) {
            outcomeOf(scope, values, "the scope of " + relation);
        }
    }

    /**
     * Returns whether a search for {@code matching} certainly finds a row that is created with {@code values}. If
     * false, only the server can decide.
     *
     * @throws MappingException if the search certainly does not find the row
     */
    public boolean isFoundOnceCreated(List<Assignment<R>> values, List<Assignment<R>> matching) {
        List<Assignment<R>> all = new ArrayList<>(values);
        related.softDelete().ifPresent(column -> addAbsent(all, new Assignment<>(column, null)));
        ScopeValues.of(relation).forEach(assignment -> addAbsent(all, assignment));
        Outcome scope = outcomeOf(scope(), all, "the scope of " + relation);
        return outcomeOf(searched(matching), all, "the search") == Outcome.TRUE && scope == Outcome.TRUE;
    }

    /**
     * Returns whether a row of the relation certainly stays in its scope after an update with {@code values}. If false,
     * only the server can decide.
     *
     * @throws MappingException if the row certainly leaves the scope
     */
    public boolean staysFound(List<Assignment<R>> values) {
        return outcomeOf(scope(), values, "the scope of " + relation) != Outcome.UNKNOWN;
    }

    /** Returns whether a search for {@code matching} certainly finds the stored {@code child}. */
    public boolean isFound(R child, List<Assignment<R>> matching) {
        Map<String, @Nullable Object> values = new HashMap<>();
        related.columns().forEach(column -> values.put(Columns.reference(column).name(), column.getOrNull(child)));
        KnownValues known = new KnownValues(values);
        List<Predicate> all = new ArrayList<>(scope());
        all.addAll(searched(matching));
        return all.stream().allMatch(condition -> condition.accept(known) == Outcome.TRUE);
    }

    /** Returns the error for a written row that the relation does not find. */
    public MappingException notFound() {
        return new MappingException("The " + related.name() + " that was written through " + relation
                + " is not found by it afterwards: the scope of the relation or the search excludes the row."
                + " Nothing was changed. Set the columns of the scope and of the search to values that match.");
    }

    private List<Predicate> scope() {
        return flat(Nodes.of(relation).rows().conditions());
    }

    private List<Predicate> searched(List<Assignment<R>> matching) {
        @Nullable Condition<R> condition = ChildWrites.condition(matching);
        return condition == null ? List.of() : flat(List.of(Nodes.of(condition)));
    }

    private static List<Predicate> flat(List<Predicate> conditions) {
        List<Predicate> flat = new ArrayList<>();
        for (Predicate condition : conditions) {
            if (condition instanceof Predicate.Conjunction all) {
                flat.addAll(flat(all.operands()));
            } else {
                flat.add(condition);
            }
        }
        return flat;
    }

    private Outcome outcomeOf(List<Predicate> conditions, List<Assignment<R>> values, String what) {
        boolean isOpen = false;
        boolean isUnknown = false;
        KnownValues known = known(values);
        for (Predicate condition : conditions) {
            Outcome outcome = condition.accept(known);
            if (outcome.leavesOut()) {
                throw contradiction(condition, values, what);
            }
            isOpen |= outcome == Outcome.OPEN;
            isUnknown |= outcome == Outcome.UNKNOWN;
        }
        return isUnknown ? Outcome.UNKNOWN : isOpen ? Outcome.OPEN : Outcome.TRUE;
    }

    private KnownValues known(List<Assignment<R>> values) {
        Map<String, @Nullable Object> known = new HashMap<>();
        for (Assignment<R> assignment : values) {
            if (!relation.targetKey().contains(assignment.column())) {
                known.put(Columns.reference(assignment.column()).name(), assignment.value());
            }
        }
        return new KnownValues(known);
    }

    private MappingException contradiction(Predicate condition, List<Assignment<R>> values, String what) {
        List<EntityColumn<R, ?>> columns = new ArrayList<>();
        for (Assignment<R> assignment : values) {
            Outcome alone = condition.accept(known(List.of(assignment)));
            if (alone != Outcome.OPEN) {
                columns.add(assignment.column());
            }
        }
        return new MappingException(
                "The value of " + (columns.isEmpty() ? "a column" : columns) + " contradicts " + what
                        + ", so the relation would not find the " + related.name()
                        + ". Leave the value out, or write the row without the relation.");
    }

    private static <R> void addAbsent(List<Assignment<R>> values, Assignment<R> assignment) {
        if (values.stream().noneMatch(value -> value.column().equals(assignment.column()))) {
            values.add(assignment);
        }
    }
}
