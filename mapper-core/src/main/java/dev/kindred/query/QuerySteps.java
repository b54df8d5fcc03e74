package dev.kindred.query;

/**
 * The steps of a query for entities that may have a limit and an offset. Each returns a new query and leaves this one
 * unchanged.
 *
 * @param <E> the entity
 * @param <S> the query
 */
public interface QuerySteps<E, S extends QuerySteps<E, S>> extends EntitySteps<E, S> {

    /** Reads at most {@code rows} rows. A later call replaces an earlier one. */
    S limit(long rows);

    /** Skips the first {@code rows} rows. A later call replaces an earlier one. */
    S offset(long rows);
}
