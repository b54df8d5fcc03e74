package dev.kindred.query;

/**
 * The query for the related entities of a preload of a relation to many rows. The callback of the preload narrows it:
 * {@code preload(User_.ORDERS, orders -> orders.where(Order_.TOTAL.gt(10)).limitEach(3))}. The callback returns its
 * argument or the result of its steps. It has no limit over all parents. Immutable and thread-safe: each step returns a
 * new query. Kindred implements it.
 *
 * @param <E> the related entity
 */
public interface PreloadManyQuery<E> extends EntitySteps<E, PreloadManyQuery<E>> {

    /**
     * Reads at most {@code rows} rows for each parent: the first ones in the order of this query, or else of the
     * relation. A later call replaces an earlier one.
     *
     * <p>The statement reads one row more for each parent, so that
     * {@link dev.kindred.model.RelationState#hasMore()} says whether the parent has further rows. With an index of the
     * foreign key and the order, the server visits no other rows. The handle of the parent then emits these rows only.
     *
     * @throws IllegalArgumentException if {@code rows} is not positive
     */
    PreloadManyQuery<E> limitEach(long rows);

    /**
     * Reads a many-to-many relation with one statement, a join of the pivot table and the related table, instead of
     * with two. The result is the same, and a related row that many entities share is still one instance.
     *
     * <p>The join sends a related row once for each entity. Two statements send it once, so they are better if many
     * entities share large rows. A relation over a path is always read with a join.
     *
     * <p>A has-many relation cannot be joined: the rows of the entities would be repeated for each related row, and the
     * limit of the query would count related rows. Its preload is one statement for all entities without a join. The
     * {@code preload(..)} with such a callback then throws an {@link IllegalArgumentException}.
     */
    PreloadManyQuery<E> joined();
}
