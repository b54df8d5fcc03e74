package dev.kindred.query;

/**
 * The query for the related entities of a preload, which a callback narrows: {@code preload(User_.PROFILE, profile ->
 * profile.select(Profile_.NAME))}. Immutable and thread-safe: each step returns a new query. Kindred implements it; the
 * callback returns the query that it was given, or the result of a step.
 *
 * @param <E> the related entity
 */
public interface PreloadQuery<E> extends QuerySteps<E, PreloadQuery<E>> {

    /**
     * Reads the related rows with a join in the statement of the entities, instead of a statement of its own. The
     * result is the same. Preloads of this query may be joined too; each one that is not joined sends one more
     * statement. In a preload of entities at hand, and with a lock, it is an error before any statement.
     */
    PreloadQuery<E> joined();
}
