package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions and order of the related rows of a relation. Immutable and thread-safe.
 *
 * @param table the table of the rows
 * @param fixed the conditions of the relation, which later steps cannot widen
 * @param deleted whether rows that are marked as deleted are included
 * @param where the further conditions, or null for all rows
 * @param orderBy the order
 */
public record RelatedFilter(
        Table table,
        List<Predicate> fixed,
        DeletedRows deleted,
        @Nullable Predicate where,
        List<Ordering> orderBy) {

    public RelatedFilter {
        Checks.notNull(table, "table");
        fixed = Checks.noNulls(fixed, "fixed");
        Checks.notNull(deleted, "deleted");
        orderBy = Checks.noNulls(orderBy, "orderBy");
    }

    /** Returns the filter for all rows of {@code table} that are not marked as deleted. */
    public static RelatedFilter of(Table table) {
        return new RelatedFilter(table, List.of(), DeletedRows.LEFT_OUT, null, List.of());
    }

    /** Returns a copy with {@code condition}, joined with AND to the further conditions. */
    public RelatedFilter and(Predicate condition) {
        return new RelatedFilter(table, fixed, deleted, where == null ? condition : where.and(condition), orderBy);
    }

    /** Returns a copy with {@code condition}, joined with OR to the further conditions. */
    public RelatedFilter or(Predicate condition) {
        return new RelatedFilter(table, fixed, deleted, where == null ? condition : where.or(condition), orderBy);
    }

    /** Returns a copy with {@code terms} at the end of the order. */
    public RelatedFilter sorted(List<Ordering> terms) {
        List<Ordering> all = new ArrayList<>(orderBy);
        all.addAll(terms);
        return new RelatedFilter(table, fixed, deleted, where, all);
    }

    /** Returns a copy with another treatment of rows that are marked as deleted. */
    public RelatedFilter taking(DeletedRows changed) {
        return new RelatedFilter(table, fixed, changed, where, orderBy);
    }

    /** Returns a copy with the further conditions moved to the fixed ones. */
    public RelatedFilter asFixed() {
        List<Predicate> all = new ArrayList<>(fixed);
        if (where != null) {
            all.add(where);
        }
        return new RelatedFilter(table, all, deleted, null, orderBy);
    }

    /** Returns the order with the primary key at its end, so that no two rows are equal in it. */
    public List<Ordering> totalOrder() {
        List<Ordering> terms = new ArrayList<>(orderBy);
        for (ColumnReference column : table.id()) {
            if (orderBy.stream().noneMatch(term -> term.expression().equals(column))) {
                terms.add(Ordering.by(column, Ordering.Direction.ASCENDING));
            }
        }
        return terms;
    }

    /**
     * Returns a copy with the primary key at the end of the order. The key has the direction of the term before it, so
     * that one index can serve both.
     */
    public RelatedFilter inTotalOrder() {
        return new RelatedFilter(table, fixed, deleted, where, Ordering.total(orderBy, table.id()));
    }

    /** Returns each condition that a row satisfies. */
    public List<Predicate> conditions() {
        return conditionsWithin(this);
    }

    /**
     * Returns each condition that a row satisfies. The fixed conditions are those of {@code scope}, even if this filter
     * was created without it.
     */
    public List<Predicate> conditionsWithin(RelatedFilter scope) {
        List<Predicate> all = candidatesWithin(scope);
        if (where != null) {
            all.add(where);
        }
        return all;
    }

    /**
     * Returns each condition of the rows from which the order of {@code scope} picks one. The further conditions apply
     * to the picked row.
     */
    public List<Predicate> candidatesWithin(RelatedFilter scope) {
        List<Predicate> all = new ArrayList<>(scope.fixed);
        all.addAll(deleted.conditions(table.softDelete()));
        return all;
    }

    /**
     * The table of the rows.
     *
     * @param name the name
     * @param id the columns of the primary key
     * @param softDelete the column that marks a row as deleted, or null
     */
    public record Table(
            TableName name,
            List<ColumnReference> id,
            @Nullable ColumnReference softDelete) {

        public Table {
            Checks.notNull(name, "name");
            id = Checks.noNulls(id, "id");
        }
    }
}
