package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Relation;
import dev.kindred.query.SelectQuery;
import dev.kindred.reactor.spi.ConnectionSource;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Maps the rows of PostgreSQL to entities and back, without blocking.
 *
 * <p>Nothing happens before a returned {@link Mono} or {@link Flux} is subscribed; each subscription runs anew. Statements run in the
 * transaction that the subscriber's Context carries, and otherwise each on a connection of the pool, which is given back before anything
 * is emitted. So an operation never holds one connection while it waits for another, and all of them work with a pool of one.
 *
 * <p>A cancel before the statement was sent sends none. Outside a transaction, one while it runs cancels it on the server as well, and the
 * connection is given back when it is proven clean, else it is closed. In a transaction a statement that runs is let run to its end; when
 * it writes, the transaction can then only be rolled back.
 *
 * <p>Every error is a {@link dev.kindred.error.MapperException}: {@link dev.kindred.error.PoolTimeoutException} and
 * {@link dev.kindred.error.ConnectionException} when there is no connection, {@link dev.kindred.error.StatementTimeoutException},
 * {@link dev.kindred.error.StatementException} and its subclasses when the server refuses, and
 * {@link dev.kindred.error.MappingException} when a value does not fit. Wrong arguments are {@link NullPointerException} or
 * {@link IllegalArgumentException}.
 *
 * <p>Thread-safe; one mapper serves a whole application.
 */
public interface ReactiveMapper {

    /** Returns a mapper with the defaults of {@link #builder(ConnectionFactory)}. */
    static ReactiveMapper create(ConnectionFactory connectionFactory) {
        return builder(connectionFactory).build();
    }

    /** Starts a mapper that takes its connections from {@code connectionFactory}, best one of {@link Connections}. */
    static ReactiveMapperBuilder builder(ConnectionFactory connectionFactory) {
        return ReactiveMapperBuilder.of(Checks.notNull(connectionFactory, "connectionFactory"));
    }

    /** Starts a mapper that takes its connections from {@code connectionSource}. */
    static ReactiveMapperBuilder builder(ConnectionSource connectionSource) {
        return new ReactiveMapperBuilder(Checks.notNull(connectionSource, "connectionSource"));
    }

    /**
     * Starts a query for entities of {@code type}.
     *
     * @throws dev.kindred.error.MappingException when there is no model of {@code type}
     */
    <E> ReactiveSelect<E> from(Class<E> type);

    /**
     * Returns the entity with a primary key, or completes empty. One statement.
     *
     * @param key the key, or the first part of a composite one; an integer of any width does for an integer column
     * @param furtherParts the further parts of a composite key, in the order of the members
     */
    <E> Mono<E> find(Class<E> type, Object key, Object... furtherParts);

    /**
     * Returns the entity with a primary key, as {@link #find} does; without one it is an
     * {@link dev.kindred.error.EntityNotFoundException}.
     */
    <E> Mono<E> get(Class<E> type, Object key, Object... furtherParts);

    /**
     * Writes a new row and returns the entity as the database stored it, with what it filled in. One statement. Members marked
     * {@code @GeneratedValue} that are null are left to the database; times of {@code @CreatedAt} and {@code @UpdatedAt} come from the
     * clock of the mapper.
     */
    <E> Mono<E> insert(E entity);

    /**
     * Writes every column of the row of {@code entity} and returns the entity as the database stored it. One statement. When the row is
     * not there it is an {@link dev.kindred.error.EntityNotFoundException}; with {@code @Version}, a
     * {@link dev.kindred.error.StaleVersionException} when the row is gone or has another version.
     */
    <E> Mono<E> update(E entity);

    /**
     * Removes the row of {@code entity} and returns whether there was one. One statement. With {@code @Version}, a
     * {@link dev.kindred.error.StaleVersionException} when the row is gone or has another version.
     */
    Mono<Boolean> delete(Object entity);

    /**
     * Loads {@code relation} for entities at hand: one statement, or none when all of them know it already or have a null key. Emits the
     * entities in their order: each the same instance, or when its handle is none of a mapper's, one with the same values and a live handle.
     */
    default <E, R> Flux<E> preload(Collection<E> entities, Relation<E, R> relation) {
        return preload(entities, relation, related -> related);
    }

    /**
     * Loads {@code relation} for entities at hand as {@link #preload(Collection, Relation)} does, with conditions, an order, columns and
     * further preloads of the related entities: one statement for each relation with a key that is not known yet.
     */
    <E, R> Flux<E> preload(Collection<E> entities, Relation<E, R> relation, UnaryOperator<SelectQuery<R>> related);

    /** Returns the relation of one entity, to be asked for anew. */
    <E, R> Related<R> related(E entity, Relation<E, R> relation);

    /**
     * Runs {@code work} in a transaction and emits its value after COMMIT was acknowledged: BEGIN, the statements of {@code work} on the
     * same connection one after another in the order of their subscription, COMMIT. In a Context that has a transaction, in a savepoint of
     * that one. When {@code work} fails or is cancelled, everything is rolled back. Made for {@code work.as(mapper::transactional)}.
     *
     * <p>Errors besides those of {@code work}: {@link dev.kindred.error.TransactionException} when it was rolled back though {@code work}
     * ended well, {@link dev.kindred.error.TransactionOutcomeUnknownException} when the connection was lost while COMMIT was on its way.
     */
    <T> Mono<T> transactional(Mono<T> work);
}
