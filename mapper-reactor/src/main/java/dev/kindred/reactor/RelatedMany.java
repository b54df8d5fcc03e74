package dev.kindred.reactor;

/**
 * Reads the related rows of one entity. Each subscription queries the database and ignores the handle of the entity.
 * Immutable and thread-safe.
 *
 * @param <R> the related entity
 */
public interface RelatedMany<R> {

    /**
     * Starts a query for the related entities: {@code mapper.related(user, User_.ORDERS).query().stream()}. Further
     * conditions narrow it and cannot widen it.
     *
     * <ul>
     *   <li>The query binds the key. It has every result of a query, pages, slices, windows and streams included.
     *   <li>The rows are in the order of the relation. An order of the query replaces it. The primary key is appended.
     *   <li>If the key of the entity is null, the results are empty, zero and false, without a statement.
     * </ul>
     */
    EntitySelect<R> query();
}
