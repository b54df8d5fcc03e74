package dev.kindred.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.query.Restriction;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.KeyPath;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.RelationParts;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.SelectOfEach;
import dev.kindred.internal.sql.SelectOverPath;
import dev.kindred.internal.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The statements that read the rows of a step for several keys at once, with their keys.
 *
 * @param step the step
 */
record KeyedStatements<E, R>(PreloadStep<E, R> step) {

    /** Returns the statement for the rows of {@code keys}, at most {@code rows} of any keys; null for all rows. */
    Statement all(KeyRows<E> keys, @Nullable Long rows) {
        RelationParts<E> parts = Nodes.of(step.relation());
        SelectQuery<R> all = parts.isDirect()
                ? step.queryFor(keys)
                : step.sortedByServer(step.scope().fixed());
        Select select = (rows == null ? all : all.limit(rows))
                .toSelect()
                .beside(step.key().selected());
        return parts.isDirect()
                ? step.next().beside(select)
                : new SelectOverPath(
                        path(parts),
                        keys.matching(step.target()),
                        select,
                        step.next().joinsOf(select));
    }

    /**
     * Returns the statement for the first {@code limit} rows of each of {@code keys}.
     *
     * @param total the maximum number of rows of all keys together, which are then read key by key; null for no maximum
     */
    Statement ofEach(KeyRows<E> keys, long limit, @Nullable Long total) {
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

    private static KeyPath path(RelationParts<?> parts) {
        return new KeyPath(parts.hops(), parts.mayRepeat());
    }
}
