package dev.kindred.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.RowKey;
import dev.kindred.internal.query.Filter;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Distinct;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OfPivot;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelationParts;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.model.Relation;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two statements that read a many-to-many relation: the pairs of keys, then each related row once. A row that many
 * entities share is sent once. A join sends it once for each entity. Immutable.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 * @param step the step
 */
public record PairStatements<E, R>(PreloadStep<E, R> step) {

    /** The types whose values are equal in Java exactly if they are for the server. */
    private static final Set<SqlType<?>> EXACT = Set.of(SqlTypes.SHORT, SqlTypes.INTEGER, SqlTypes.LONG, SqlTypes.UUID);

    /**
     * Returns the statements for {@code step}, or null if one statement reads its rows: if it is joined, if the related
     * table decides which rows are read, if the relation has no pivot table, or if the server and Java can compare a
     * key of the related row differently.
     */
    public static <E, R> @Nullable PairStatements<E, R> of(PreloadStep<E, R> step) {
        Relation<E, R> relation = step.relation();
        Filter filter = step.query().filter();
        boolean isDecidedByPivot = !step.query().isJoined()
                && step.scope().fixed().isEmpty()
                && filter.orderBy().isEmpty()
                && filter.page().equals(Select.Page.ALL)
                && filter.lock() == null
                && (filter.where() == null || isOfPivot(filter.where()));
        return isDecidedByPivot && relation.pivotModel().isPresent() && hasPlainKey(relation)
                ? new PairStatements<>(step)
                : null;
    }

    private static boolean hasPlainKey(Relation<?, ?> relation) {
        List<Hop> hops = Nodes.of(relation).hops();
        return hops.size() == 2
                && hops.get(1).links().stream()
                        .allMatch(
                                link -> link.inner().type().equals(link.outer().type())
                                        && EXACT.contains(link.inner().type()));
    }

    private static boolean isOfPivot(Predicate condition) {
        if (condition instanceof Predicate.Conjunction all) {
            return all.operands().stream().allMatch(PairStatements::isOfPivot);
        }
        if (condition instanceof Predicate.Disjunction any) {
            return any.operands().stream().allMatch(PairStatements::isOfPivot);
        }
        return condition instanceof Predicate.Negation not ? isOfPivot(not.operand()) : condition instanceof OfPivot;
    }

    /** Returns the condition for the pivot table itself. */
    private static Predicate inPivot(Predicate condition) {
        if (condition instanceof Predicate.Conjunction all) {
            return new Predicate.Conjunction(
                    all.operands().stream().map(PairStatements::inPivot).toList());
        }
        if (condition instanceof Predicate.Disjunction any) {
            return new Predicate.Disjunction(
                    any.operands().stream().map(PairStatements::inPivot).toList());
        }
        if (condition instanceof Predicate.Negation not) {
            return new Predicate.Negation(inPivot(not.operand()));
        }
        return condition instanceof OfPivot pivot ? pivot.condition() : condition;
    }

    /** Returns the types of the columns of {@link #pairs}: those of the entity, then those of the related row. */
    public List<SqlType<?>> types() {
        return columns()
                .map(ColumnReference::type)
                .<SqlType<?>>map(type -> type)
                .toList();
    }

    private Stream<ColumnReference> columns() {
        return Stream.concat(step.target().stream(), links().stream().map(Correlation::outer));
    }

    private List<Correlation> links() {
        return Nodes.of(step.relation()).hops().get(1).links();
    }

    /**
     * Returns whether {@link #pairs} may read a pair several times. Java then leaves out the others. A DISTINCT would
     * make the server sort or hash all pairs, although the table usually has each pair once.
     */
    public boolean mayRepeat() {
        return Nodes.of(step.relation()).mayRepeat()
                && step.target().stream().allMatch(column -> EXACT.contains(column.type()));
    }

    /**
     * Returns the statement that reads the pairs of {@code keys}, which is not empty: at most those of {@code page}. If
     * Java can compare the keys differently than the server, each pair is read once.
     */
    public Select pairs(KeyRows<E> keys, Select.Page page) {
        Select all = all(keys, page);
        return Nodes.of(step.relation()).mayRepeat() && !mayRepeat() ? all.distinct(Distinct.ROWS) : all;
    }

    /** Returns the statement that reads as {@link #pairs}, but each pair once. */
    public Select distinctPairs(KeyRows<E> keys, Select.Page page) {
        return all(keys, page).distinct(Distinct.ROWS);
    }

    private Select all(KeyRows<E> keys, Select.Page page) {
        RelationParts<E> parts = Nodes.of(step.relation());
        Hop pivot = parts.hops().get(0);
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(keys.matching(pivot.columns()));
        conditions.addAll(pivot.conditions());
        @Nullable Predicate own = step.query().filter().where();
        if (own != null) {
            conditions.add(inPivot(own));
        }
        return new Select(
                pivot.table(),
                columns().toList(),
                conditions.size() == 1 ? conditions.get(0) : new Predicate.Conjunction(conditions),
                List.of(),
                page);
    }

    /** Returns the key of the related rows. */
    public RowKey key() {
        return RowKey.of(step.relation().targetKey(), step.query().columns());
    }

    /** Returns no key of the related rows. The values of its keys have the types of the pivot. */
    public KeyRows<R> noKeys() {
        return new KeyRows<>(
                step.relation().targetKey(),
                links().stream().map(link -> link.outer().type()).toList(),
                16);
    }

    /** Returns the statement that reads the related rows with {@code keys}, which is not empty, and their keys. */
    public Statement rows(KeyRows<R> keys) {
        SelectQuery<R> all = step.withoutConditions()
                .sortedByServer(List.of(
                        keys.matching(links().stream().map(Correlation::inner).toList())));
        return step.next().beside(all.toSelect().beside(key().selected()));
    }
}
