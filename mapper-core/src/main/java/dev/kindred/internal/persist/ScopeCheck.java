package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.Assignment;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells before a child is written whether its relation can find it afterwards, as far as that follows from the values
 * that are given. The foreign key is left out, since the parent alone decides it. Immutable and thread-safe.
 */
public final class ScopeCheck<R> {

    private final HasOneRelation<?, R> relation;
    private final EntityModel<R> related;

    /** Checks values against the scope of {@code relation}. */
    public ScopeCheck(HasOneRelation<?, R> relation) {
        this.relation = relation;
        this.related = relation.related();
    }

    /**
     * Refuses a value that no row of the relation has.
     *
     * @throws MappingException when one of {@code values} contradicts the scope
     */
    public void requireWithin(List<Assignment<R>> values) {
        outcomeOf(scope(), values, "the scope of " + relation);
    }

    /**
     * Tells whether it is sure that a row created with {@code values} is found by a search for {@code matching}. When
     * it is not, only the server can tell.
     *
     * @throws MappingException when it is sure that the row is not found
     */
    public boolean isFoundOnceCreated(List<Assignment<R>> values, List<Assignment<R>> matching) {
        List<Assignment<R>> all = new ArrayList<>(values);
        related.softDelete().ifPresent(column -> addAbsent(all, new Assignment<>(column, null)));
        relation.defaults().forEach(assignment -> addAbsent(all, assignment));
        Outcome scope = outcomeOf(scope(), all, "the scope of " + relation);
        return outcomeOf(searched(matching), all, "what is searched for") == Outcome.TRUE && scope == Outcome.TRUE;
    }

    /**
     * Tells whether it is sure that a row of the relation is one after an update with {@code values}. When it is not,
     * only the server can tell.
     *
     * @throws MappingException when it is sure that the row is none
     */
    public boolean staysFound(List<Assignment<R>> values) {
        return outcomeOf(scope(), values, "the scope of " + relation) != Outcome.UNKNOWN;
    }

    /** Tells whether it is sure that {@code child}, as it was stored, is found by a search for {@code matching}. */
    public boolean isFound(R child, List<Assignment<R>> matching) {
        Map<String, @Nullable Object> values = new HashMap<>();
        related.columns().forEach(column -> values.put(Columns.reference(column).name(), column.get(child)));
        KnownValues known = new KnownValues(values);
        List<Predicate> all = new ArrayList<>(scope());
        all.addAll(searched(matching));
        return all.stream().allMatch(condition -> condition.accept(known) == Outcome.TRUE);
    }

    /** Returns the error for a row that was written and is not found. */
    public MappingException notFound() {
        return new MappingException("The " + related.name() + " that was written through " + relation
                + " is not found by it afterwards: the scope of the relation or the search leaves the row out. Nothing was"
                + " changed. Give the columns of the scope and of the search values that they ask for.");
    }

    private List<Predicate> scope() {
        return flat(Nodes.of(relation.rows()).conditions());
    }

    private List<Predicate> searched(List<Assignment<R>> matching) {
        @Nullable Condition<R> condition = HasOneWrites.condition(matching);
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
                "The value given for " + (columns.isEmpty() ? "a column" : columns) + " contradicts " + what
                        + ", so the relation would never find the " + related.name()
                        + ". Leave the value out, or write the row without the relation.");
    }

    private static <R> void addAbsent(List<Assignment<R>> values, Assignment<R> assignment) {
        if (values.stream().noneMatch(value -> value.column().equals(assignment.column()))) {
            values.add(assignment);
        }
    }
}
