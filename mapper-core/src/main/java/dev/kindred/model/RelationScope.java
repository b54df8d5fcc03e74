package dev.kindred.model;

/**
 * What holds for every row that a relation leads to, whichever way it is read: through handles, preloads and queries, in filters and in
 * aggregates. Named with {@code @HasOne(scope = ..)} or {@code @BelongsTo(scope = ..)}; the class needs a constructor without arguments and
 * keeps no state, since an instance is made whenever one is needed.
 *
 * @param <R> the related entity
 */
@FunctionalInterface
public interface RelationScope<R> {

    /**
     * Returns {@code rows} with the conditions and the order of the relation. An order says which one of many rows the relation leads to, on
     * every path: only that one is read, and what a query, a preload, a filter or an aggregate asks for is asked of that one.
     */
    RelatedRows<R> apply(RelatedRows<R> rows);
}
