package dev.kindred.internal.query;

import dev.kindred.query.QuerySteps;

/**
 * The steps of a query with limit and offset that wraps a {@link SelectQuery}.
 *
 * @param <E> the entity
 * @param <S> the wrapper
 */
public interface LimitedSteps<E, S extends QuerySteps<E, S>> extends SelectSteps<E, S>, QuerySteps<E, S> {

    @Override
    default S limit(long rows) {
        return of(query().limit(rows));
    }

    @Override
    default S offset(long rows) {
        return of(query().offset(rows));
    }
}
