package dev.kindred.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.query.Restriction;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.GivenValues;
import dev.kindred.internal.sql.KeyPath;
import dev.kindred.internal.sql.KeyPath.Repeats;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelationParts;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SelectOfEach;
import dev.kindred.internal.sql.SelectOverPath;
import dev.kindred.internal.sql.ShapedStatement;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.Relation;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read the rows of a step for several keys at once, with their keys.
 *
 * @param step the step
 */
public record KeyedStatements<E, R>(PreloadStep<E, R> step) {

    /**
     * Returns the statement that reads the rows related to {@code keys}, which is not empty, with their keys, and the
     * rows that the step joins.
     */
    public ShapedStatement<Statement> of(KeyRows<E> keys) {
        @Nullable Long limit = step.limitEach();
        return limit == null ? atMost(keys, Select.Page.ALL) : ShapedStatement.of(ofEach(keys, limit + 1, null));
    }

    /** Returns {@link #of} with at most the rows of {@code page}, of any keys. */
    public ShapedStatement<Statement> atMost(KeyRows<E> keys, Select.Page page) {
        Predicate among = keys.matching(step.target());
        return new ShapedStatement<>(
                step.isPlain() ? new LoadShape(step.relation(), keys.size() == 1, page) : null,
                GivenValues.of(among),
                () -> all(among, page));
    }

    /**
     * Returns the statement that reads at most {@code rows} rows key by key: all rows of the first key, then those of
     * the second.
     */
    public Statement byKey(KeyRows<E> keys, long rows) {
        return ofEach(keys, rows, rows);
    }

    /** Returns the statement for the rows of the keys {@code among}, at most those of {@code page}. */
    private Statement all(Predicate among, Select.Page page) {
        RelationParts<E> parts = Nodes.of(step.relation());
        SelectQuery<R> all = parts.isDirect()
                ? step.queryForAll(among)
                : step.sortedByServer(step.scope().fixed());
        Select read = all.toSelect().beside(step.key().selected());
        Select select = page.equals(Select.Page.ALL) ? read : read.paged(page);
        return parts.isDirect()
                ? step.next().beside(select)
                : new SelectOverPath(path(parts), among, select, step.next().joinsOf(select));
    }

    /**
     * Returns the statement for the first {@code limit} rows of each of {@code keys}.
     *
     * @param total the maximum number of rows of all keys together, which are then read key by key; null for no maximum
     */
    private Statement ofEach(KeyRows<E> keys, long limit, @Nullable Long total) {
        SelectQuery<R> ordered = step.query().paged(Select.Page.ALL).ordered(step.order());
        SelectQuery<R> all = step.scope().fixed().isEmpty()
                ? ordered
                : ordered.within(
                        Restriction.toMany(step.scope().fixed(), step.scope().orderBy()));
        Select select = all.toSelect().beside(step.key().selected());
        RelationParts<E> parts = Nodes.of(step.relation());
        return new SelectOfEach(
                step.target(),
                parts.isDirect() ? null : path(parts),
                keys.arrays(),
                limit,
                select,
                step.next().joinsOf(select),
                total);
    }

    private KeyPath path(RelationParts<?> parts) {
        return new KeyPath(parts.hops(), parts.mayRepeat() ? repeats() : Repeats.NEVER);
    }

    /** Equal rows are left out in their order, which needs a total order. The server locks no rows of a DISTINCT. */
    private Repeats repeats() {
        boolean isSorted = !step.relation().related().id().isEmpty()
                && step.query().filter().lock() == null;
        return isSorted && step.relation().pivotModel().isPresent() ? Repeats.SELDOM : Repeats.OFTEN;
    }

    /**
     * What determines the text of a load of a plain step.
     *
     * @param isOne whether the load has one key
     */
    private record LoadShape(Relation<?, ?> relation, boolean isOne, Select.Page page) {}
}
