package dev.kindred.internal.preload;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.AggregatesOfKeys;
import dev.kindred.internal.sql.Distinct;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Function;
import dev.kindred.internal.sql.Grouping;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Ordering.Direction;
import dev.kindred.internal.sql.Ordering.Nulls;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Subquery;
import dev.kindred.model.Aggregate;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates over the same rows of one relation, for existing entities: one statement. Immutable and thread-safe.
 *
 * @param <E> the entity
 * @param relation the relation
 * @param aggregates the values
 */
public record AggregateStep<E>(Relation<E, ?> relation, List<Aggregate<E, ?>> aggregates) {

    public AggregateStep {
        aggregates = List.copyOf(aggregates);
    }

    /** Returns the steps for {@code aggregates}. Aggregates over the same rows share one step. */
    public static <E> List<AggregateStep<E>> of(Aggregates<E> aggregates) {
        Map<Rows<E>, List<Aggregate<E, ?>>> byRows = new LinkedHashMap<>();
        for (Aggregate<E, ?> aggregate : aggregates.all()) {
            byRows.computeIfAbsent(
                            new Rows<>(aggregate.relation(), Nodes.of(aggregate).rows()), rows -> new ArrayList<>())
                    .add(aggregate);
        }
        List<AggregateStep<E>> steps = new ArrayList<>(byRows.size());
        byRows.forEach((rows, shared) -> steps.add(new AggregateStep<>(rows.relation(), shared)));
        return steps;
    }

    /**
     * Returns the statement that reads key and values for each of {@code keys} that has rows. {@code keys} is not
     * empty. If tables are between the entity and the rows, keys without rows are read as well.
     */
    public Statement statementFor(KeyRows<E> keys) {
        if (!Nodes.of(relation).isDirect()) {
            return new AggregatesOfKeys(Columns.references(relation.sourceKey()), keys.arrays(), Nodes.all(aggregates));
        }
        Subquery rows = Nodes.of(aggregates.get(0)).rows();
        // The server refuses a literal among the keys of a group.
        List<ColumnReference> target = Columns.references(key());
        List<Predicate> conditions = new ArrayList<>();
        Predicate matching = keys.matching(Columns.references(relation.targetKey()));
        conditions.add(rows.first() == null ? matching : firstOfEach(matching, target, rows.first()));
        conditions.addAll(rows.conditions());
        List<Function> values = new ArrayList<>();
        aggregates.forEach(aggregate -> values.add(Nodes.of(aggregate).function()));
        return new Grouping(
                rows.table(),
                target,
                values,
                new Grouping.Conditions(
                        conditions.size() == 1 ? conditions.get(0) : new Predicate.Conjunction(conditions), null),
                List.of(),
                Select.Page.ALL);
    }

    /** Returns the condition that a row is the first row with its key. */
    private Predicate firstOfEach(Predicate keys, List<ColumnReference> target, Subquery.First first) {
        List<Predicate> candidates = new ArrayList<>(List.of(keys));
        candidates.addAll(first.candidates());
        List<Ordering> orderBy = new ArrayList<>();
        target.forEach(column -> orderBy.add(new Ordering(column, Direction.ASCENDING, Nulls.SERVER_DEFAULT)));
        orderBy.addAll(first.orderBy());
        if (relation.related().id().isEmpty()) {
            throw new MappingException("Cannot find values of " + relation + " for existing entities: "
                    + relation.related().name()
                    + " has no @Id to identify the row that its order selects. Mark the key with @Id, or add the"
                    + " aggregate to the query for the entities.");
        }
        List<ColumnReference> id = relation.related().id().stream()
                .<ColumnReference>map(Columns::reference)
                .toList();
        Select rows = new Select(
                Nodes.of(relation.related()).table(),
                id,
                new Predicate.Conjunction(candidates),
                orderBy,
                Select.Page.ALL);
        return new Predicate.InSelect(id, rows.distinct(new Distinct(target)));
    }

    /** Returns the columns from which the statement reads the key. */
    public List<? extends EntityColumn<?, ?>> key() {
        return Nodes.of(relation).isDirect() ? RelationKey.stored(relation.targetKey()) : relation.sourceKey();
    }

    /**
     * Returns the types of the values of a row of the statement: the types of the key, then the types of the
     * aggregates.
     */
    public List<SqlType<?>> types() {
        List<SqlType<?>> types = new ArrayList<>();
        key().forEach(column -> types.add(column.type()));
        aggregates.forEach(aggregate -> types.add(Nodes.of(aggregate).type()));
        return types;
    }

    /** Returns the key of a row of the statement, in the form of {@link RelationKey}. */
    public Object key(List<@Nullable Object> row) {
        List<Object> parts = new ArrayList<>();
        int read = 0;
        for (EntityColumn<?, ?> column : Nodes.of(relation).isDirect() ? relation.targetKey() : relation.sourceKey()) {
            @Nullable String constant = Columns.reference(column).constant();
            parts.add(
                    constant == null || !Nodes.of(relation).isDirect()
                            ? Objects.requireNonNull(row.get(read++))
                            : constant);
        }
        return RelationKey.of(parts.size() == 1 ? parts.get(0) : parts);
    }

    /** Returns the value of the aggregate at {@code index} in a row of the statement, or its value without rows. */
    public @Nullable Object value(int index, @Nullable List<@Nullable Object> row) {
        return row == null ? Nodes.of(aggregates.get(index)).ofNoRows() : row.get(key().size() + index);
    }

    private record Rows<E>(Relation<E, ?> relation, Subquery rows) {}
}
