package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityColumn;
import dev.kindred.query.AggregateSteps;
import dev.kindred.query.ProjectedRow;
import dev.kindred.query.QuerySteps;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query for entities. Each step returns a new query. Each subscription to a result sends the statements again.
 * Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public interface EntitySelect<E>
        extends QuerySteps<E, EntitySelect<E>>, AggregateSteps<E, AggregatedSelect<E>>, PagedSelect<E> {

    /**
     * Returns all rows. Reads the whole result, then the preloads, returns the connection, and emits. A slow subscriber
     * holds no connection. One statement, and one for each preload with at least one key.
     */
    Flux<E> all();

    /** Returns all rows as {@link #stream(int)} does, in chunks of 1,000. */
    default Flux<E> stream() {
        return stream(1000);
    }

    /**
     * Returns all rows of a result that may not fit in memory.
     *
     * <ul>
     *   <li>Reads {@code chunkSize} rows, then their preloads, returns the connection, and emits. A slow subscriber
     *       holds no connection. Work on each row, handles included, works with a pool of one.
     *   <li>Rows are in the order of the query, then of the primary key. A chunk starts after the last row of the
     *       previous chunk (keyset).
     *   <li>Concurrent writes cause no duplicate and no missing row among rows that keep their position. In a
     *       {@code REPEATABLE_READ} transaction all chunks see the same snapshot.
     *   <li>The rows of one chunk are siblings.
     * </ul>
     *
     * <p>Reading ahead:
     *
     * <ul>
     *   <li>The next chunk is read when the demand exceeds the buffered rows.
     *   <li>With large or unbounded demand it is read during the preloads of this chunk, on another connection if one
     *       is free.
     *   <li>From the third chunk on, outside a transaction, one chunk is read ahead for any demand. After a cancel, at
     *       most this chunk was read without use. If reading ahead fails, the chunk is read again on demand.
     *   <li>Memory holds at most three chunks.
     * </ul>
     *
     * <p>One statement for each chunk, and one for each preload of a chunk. An entity without a primary key, or an
     * order by an aggregate of related rows, is a {@link dev.kindred.error.MappingException} before any statement.
     *
     * @throws IllegalArgumentException if {@code chunkSize} is not positive
     */
    Flux<E> stream(int chunkSize);

    /** Returns the first row, or completes empty. Sends the statements of {@link #all()} for one row. */
    Mono<E> first();

    /**
     * Returns the only row, or completes empty. As {@link #all()}, with at most two rows. A second row is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<E> one();

    /**
     * Returns the row with a primary key among those of this query, or completes empty: {@code
     * mapper.from(User.class).preload(User_.PROFILE).find(212L)}. Sends the statements of {@link #all()} for one
     * row.
     *
     * @param key the key, or the first part of a composite one; any integer type for an integer column
     * @param furtherParts the further parts of a composite key, in the order of the members
     * @throws IllegalArgumentException if the number of parts is wrong, or a part has another type
     */
    Mono<E> find(Object key, Object... furtherParts);

    /**
     * Returns the row with a primary key as {@link #find} does; no row is an
     * {@link dev.kindred.error.EntityNotFoundException}.
     *
     * @throws IllegalArgumentException if the number of parts is wrong, or a part has another type
     */
    Mono<E> get(Object key, Object... furtherParts);

    /**
     * Starts a query for the values of one column instead of entities. A null value is a
     * {@link dev.kindred.error.MappingException}.
     */
    default <T> ProjectedSelect<T> project(EntityColumn<E, T> column) {
        return project(List.of(Checks.notNull(column, "column")), row -> row.get(column));
    }

    /**
     * Starts a query for the results of {@code mapping} of two columns, for example the constructor of a record. A row
     * with a null in one of them is a {@link dev.kindred.error.MappingException}.
     */
    default <A, B, T> ProjectedSelect<T> project(
            EntityColumn<E, A> first,
            EntityColumn<E, B> second,
            BiFunction<? super A, ? super B, ? extends T> mapping) {
        Checks.notNull(mapping, "mapping");
        return project(
                List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")),
                row -> mapping.apply(row.get(first), row.get(second)));
    }

    /**
     * Starts a query for the results of {@code mapping} of some columns. {@code preload(..)} and {@code select(..)}
     * apply to entities: after them the results are a {@link dev.kindred.error.MappingException} before any statement.
     */
    <T> ProjectedSelect<T> project(
            Collection<? extends EntityColumn<E, ?>> columns, Function<ProjectedRow<E>, ? extends T> mapping);

    /** Starts a query for groups of the rows that are equal in {@code column}. */
    default GroupedSelect<E> groupBy(EntityColumn<E, ?> column) {
        return groupBy(List.<EntityColumn<E, ?>>of(Checks.notNull(column, "column")));
    }

    /** Starts a query for groups of the rows that are equal in both columns. */
    default GroupedSelect<E> groupBy(EntityColumn<E, ?> first, EntityColumn<E, ?> second) {
        return groupBy(List.<EntityColumn<E, ?>>of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Starts a query for groups of the rows that are equal in all three columns. */
    default GroupedSelect<E> groupBy(EntityColumn<E, ?> first, EntityColumn<E, ?> second, EntityColumn<E, ?> third) {
        return groupBy(List.<EntityColumn<E, ?>>of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /**
     * Starts a query for groups of the rows that are equal in {@code columns}. After {@code preload(..)},
     * {@code select(..)} or a lock, and with an order by an expression that is neither such a column nor an aggregate
     * of the groups, the results are a {@link dev.kindred.error.MappingException} before any statement.
     */
    GroupedSelect<E> groupBy(Collection<? extends EntityColumn<E, ?>> columns);

    /** Returns the number of rows. With a limit or an offset it counts the rows of that page. One statement. */
    Mono<Long> count();

    /** Returns whether a row exists. One statement. */
    Mono<Boolean> exists();
}
