package dev.kindred.internal.query;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Function;
import dev.kindred.internal.sql.Grouping;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.GroupCondition;
import dev.kindred.model.GroupValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a query: rows with equal keys, and the aggregates of each group. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param query the query for the rows; its order and page apply to the groups
 * @param keys the columns of the GROUP BY
 * @param values the aggregates of each group
 * @param having the condition on groups, or null for all groups
 */
public record Groups<E>(
        SelectQuery<E> query,
        List<EntityColumn<E, ?>> keys,
        List<GroupValue<E, ?>> values,
        @Nullable GroupCondition<E> having) {

    public Groups {
        Checks.notNull(query, "query");
        keys = Checks.noNulls(keys, "keys");
        values = Checks.noNulls(values, "values");
        Checks.argument(!keys.isEmpty(), "groupBy needs at least one column");
        for (EntityColumn<E, ?> key : keys) {
            query.model().ordinal(key);
        }
    }

    /** Returns a copy with another query. */
    public Groups<E> of(SelectQuery<E> query) {
        return new Groups<>(query, keys, values, having);
    }

    /** Returns a copy with one more aggregate. */
    public Groups<E> with(GroupValue<E, ?> value) {
        List<GroupValue<E, ?>> all = new ArrayList<>(values);
        all.add(Checks.notNull(value, "value"));
        return new Groups<>(query, keys, all, having);
    }

    /** Returns a copy with one more condition on groups, joined with AND. */
    public Groups<E> having(GroupCondition<E> condition) {
        GroupCondition<E> added = Checks.notNull(condition, "condition");
        return new Groups<>(query, keys, values, having == null ? added : having.and(added));
    }

    /** Returns the position of {@code key} in a row of the result, or -1. */
    int position(EntityColumn<E, ?> key) {
        return keys.indexOf(key);
    }

    /** Returns the position of {@code value} in a row of the result, or -1. */
    int position(GroupValue<E, ?> value) {
        int index = values.indexOf(value);
        return index < 0 ? -1 : keys.size() + index;
    }

    /**
     * Returns the statement that reads the groups.
     *
     * @throws MappingException if the query has a lock, a preload or selected columns, or if it sorts by an expression
     *     that is neither a key nor an aggregate of the groups
     */
    public Grouping toGrouping() {
        requirePossible();
        Filter filter = query.filter();
        return new Grouping(
                Nodes.of(query.model()).table(),
                Columns.references(keys),
                Nodes.all(values),
                new Grouping.Conditions(condition(), having == null ? null : Nodes.of(having)),
                filter.orderBy(),
                filter.page());
    }

    private void requirePossible() {
        query.requireNothingOfEntities("groups", "groupBy(..)");
        if (query.filter().lock() != null) {
            throw refused("has a lock, but groups cannot be locked. Leave out the lock");
        }
        for (Ordering ordering : query.filter().orderBy()) {
            boolean isOfGroup = ordering.expression() instanceof Function
                    || keys.stream().anyMatch(key -> Columns.reference(key).equals(ordering.expression()));
            if (!isOfGroup) {
                throw refused("sorts by a value that can differ within a group. Sort by " + keys + " or by an"
                        + " aggregate of the group");
            }
        }
    }

    private MappingException refused(String what) {
        return new MappingException(
                "The query for groups of " + query.model().name() + " by " + keys + " " + what + ".");
    }

    /** For a relation to one row, only this row is grouped, without the other rows of the same key. */
    private @Nullable Predicate condition() {
        EntityModel<E> model = query.model();
        @Nullable Restriction restriction = query.filter().restriction();
        if (restriction == null || restriction.atMost() == null || model.id().isEmpty()) {
            return query.filter().predicate(model);
        }
        List<ColumnReference> key = Columns.references(model.id());
        return new Predicate.InSelect(
                key, query.paged(Select.Page.ALL).toSelect().reading(key));
    }
}
