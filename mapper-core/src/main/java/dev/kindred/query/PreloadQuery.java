package dev.kindred.query;

/**
 * The query for the related entities of a preload. The callback of the preload narrows it: {@code
 * preload(User_.PROFILE, profile -> profile.select(Profile_.NAME))}. The callback returns its argument or the result of
 * its steps. Immutable and thread-safe: each step returns a new query. Kindred implements it.
 *
 * @param <E> the related entity
 */
public interface PreloadQuery<E> extends QuerySteps<E, PreloadQuery<E>> {

    /**
     * Reads the related rows with a join in the statement of the entities, instead of with a separate statement. The
     * result is the same. Preloads of this query can be joined too; each other preload sends one more statement.
     * Joining is an error before any statement with a lock, and in a preload of entities that are already read.
     */
    PreloadQuery<E> joined();
}
