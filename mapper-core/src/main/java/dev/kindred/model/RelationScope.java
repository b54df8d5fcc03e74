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
     * Returns {@code rows} with the conditions and the order of the relation. An order decides which of several rows counts, as in the latest
     * of many, and only that one is read; filters and aggregates are about all of them.
     */
    RelatedRows<R> apply(RelatedRows<R> rows);
}
