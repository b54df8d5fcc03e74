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
 * A query for entities that can be run. Immutable and thread-safe: each step returns a new one, and each subscription to a result runs
 * anew.
 *
 * @param <E> the entity
 */
public interface EntitySelect<E>
        extends QuerySteps<E, EntitySelect<E>>, AggregateSteps<E, AggregatedSelect<E>>, PagedSelect<E> {

    /**
     * Returns all rows. Reads the result to its end, then the preloads, gives the connection back, and emits: a slow subscriber holds no
     * connection. One statement, and one for each preload that has a key to ask for.
     */
    Flux<E> all();

    /** Returns all rows as {@link #stream(int)} does, in chunks of 1,000. */
    default Flux<E> stream() {
        return stream(1000);
    }

    /**
     * Returns all rows, for more than fit in memory. Reads {@code chunkSize} rows at a time, then their preloads, gives the connection back,
     * and emits; the next chunk is read when the subscriber has asked for more rows than are at hand. For one that has asked for a lot, or for
     * everything, it is read while the preloads of this one still run, on a further connection if there is one. From the third chunk on,
     * outside of a transaction, one is read ahead for everyone: who goes on asking, however few rows at a time, does not wait for it, and who
     * hangs up has at most that one read in vain; where it fails, it is read again when it is asked for. So memory holds three chunks at most, and a subscriber holds no connection however slow it
     * is: what it does with each row, handles included, works with a pool of one. Rows are in the order of the query, and of those that are
     * equal in it in the order of the primary key; a chunk goes on behind the last row of the one before. While others write, no row comes
     * twice that keeps its place, and none that keeps it is left out; in a transaction that is {@code REPEATABLE_READ} all chunks see the same.
     * Siblings are those of one chunk.
     *
     * <p>One statement a chunk, and one for each preload. An entity without a primary key, or an order by a value made of related rows, is a
     * {@link dev.kindred.error.MappingException} before any statement.
     */
    Flux<E> stream(int chunkSize);

    /** Returns the first row, or completes empty. As {@link #all()}, of one row. */
    Mono<E> first();

    /**
     * Returns the only row, or completes empty. As {@link #all()}, of two rows at most; when there is a second one it is a
     * {@link dev.kindred.error.NonUniqueResultException}.
     */
    Mono<E> one();

    /**
     * Returns the row with a primary key among those of this query, or completes empty: {@code
     * mapper.from(User.class).preload(User_.PROFILE).find(212L)}. As {@link #all()}, of one row.
     *
     * @param key the key, or the first part of a composite one; an integer of any width does for an integer column
     * @param furtherParts the further parts of a composite key, in the order of the members
     */
    Mono<E> find(Object key, Object... furtherParts);

    /** Returns the row with a primary key as {@link #find} does; no row is an {@link dev.kindred.error.EntityNotFoundException}. */
    Mono<E> get(Object key, Object... furtherParts);

    /**
     * Starts a query for the values of one column in place of entities. A row where it is null is a
     * {@link dev.kindred.error.MappingException}.
     */
    default <T> ProjectedSelect<T> project(EntityColumn<E, T> column) {
        return project(List.of(Checks.notNull(column, "column")), row -> row.get(column));
    }

    /**
     * Starts a query for what {@code mapping}, the constructor of a record for example, makes of two columns. A row where one of them is null
     * is a {@link dev.kindred.error.MappingException}.
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
     * Starts a query for what {@code mapping} makes of some columns. After {@code preload(..)} or {@code select(..)}, which are for
     * entities, its results are a {@link dev.kindred.error.MappingException} before any statement.
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
     * Starts a query for groups of the rows that are equal in {@code columns}. After {@code preload(..)}, {@code select(..)} or a lock, which
     * groups do not have, and with an order by something that differs within a group, its results are a
     * {@link dev.kindred.error.MappingException} before any statement.
     */
    GroupedSelect<E> groupBy(Collection<? extends EntityColumn<E, ?>> columns);

    /** Returns the number of rows, of those of the page when there is a limit or an offset. One statement. */
    Mono<Long> count();

    /** Returns whether there is a row. One statement. */
    Mono<Boolean> exists();
}
