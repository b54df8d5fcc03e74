package dev.kindred.model;

import org.jspecify.annotations.Nullable;

/**
 * The values of one column in the rows of a query, for {@link EntityColumn#in(ColumnValues)}: a sub-query. The method
 * {@code values(..)} of a query creates them. Immutable; two are equal if their queries are. Kindred implements it.
 *
 * @param <T> the type of the values
 */
@SuppressWarnings("UnusedTypeParameter") // a column of another type does not compile
public interface ColumnValues<T extends @Nullable Object> {}
