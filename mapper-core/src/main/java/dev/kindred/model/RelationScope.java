package dev.kindred.model;

/**
 * The conditions and the order of the rows of a relation. It applies to handles, preloads, queries, filters and
 * aggregates. Declared with {@code @HasOne(scope = ..)}, {@code @HasMany} or {@code @BelongsTo}. The class needs a
 * constructor without arguments and keeps no state: each read creates an instance, so a condition may use the current
 * time.
 *
 * @param <R> the related entity
 */
@FunctionalInterface
public interface RelationScope<R> {

    /**
     * Returns {@code rows} with the conditions and the order of the relation. An order selects the first of several
     * rows, on every path. The conditions of a query, a preload, a filter or an aggregate apply to that row.
     */
    RelatedRows<R> apply(RelatedRows<R> rows);
}
