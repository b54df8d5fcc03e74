package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.RawSql;
import dev.kindred.model.Relation;
import dev.kindred.query.Aggregated;
import dev.kindred.query.PreloadQuery;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.schema.Schema;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Maps the rows of PostgreSQL to entities and back, without blocking.
 *
 * <p>Nothing is sent and no connection is taken before the first request of a subscriber; each subscription runs anew. Statements run in the
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
public interface ReactiveMapper extends WriteOperations, TransactionOperations {

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
        return ReactiveMapperBuilder.of(Checks.notNull(connectionSource, "connectionSource"));
    }

    /**
     * Starts a query for entities of {@code type}. Sends nothing.
     *
     * @throws dev.kindred.error.MappingException if {@code type} has no model, for example since the annotation processor did not run
     */
    default <E> EntitySelect<E> from(Class<E> type) {
        return from(EntityModel.of(type));
    }

    /** Starts a query for the entities of a model: {@code from(User_.MODEL)} does not compile if the annotation processor did not run. */
    <E> EntitySelect<E> from(EntityModel<E> model);

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
     * Loads {@code relation} for entities at hand: one statement, or none when all of them know it already or have a null key. Emits the
     * entities in their order: each the same instance, or when it has no handle that goes by its key in this database, one with the
     * same values and a live handle.
     */
    default <E, R> Flux<E> preload(Collection<E> entities, Relation<E, R> relation) {
        return preload(entities, relation, related -> related);
    }

    /**
     * Loads {@code relation} for entities at hand as {@link #preload(Collection, Relation)} does, with conditions, an order, columns and
     * further preloads of the related entities: one statement for each relation with a key that is not known yet.
     */
    <E, R> Flux<E> preload(Collection<E> entities, Relation<E, R> relation, UnaryOperator<PreloadQuery<R>> related);

    /**
     * Loads {@code relation} for the entities that {@code entities} emits, as {@link #preload(Collection, Relation)} does: one statement for each
     * chunk of as many entities as the mapper's sibling batch size. Emits them in their order. A chunk is requested when the one before was
     * consumed; while it is being collected no connection is held. An error of {@code entities} is emitted as it is, and a cancel cancels it.
     */
    default <E, R> Flux<E> preload(Publisher<? extends E> entities, Relation<E, R> relation) {
        return preload(entities, relation, related -> related);
    }

    /**
     * Loads {@code relation} for the entities that {@code entities} emits, as {@link #preload(Publisher, Relation)} does, with conditions, an
     * order, columns and further preloads of the related entities: for each chunk one statement for each relation with a key that is not known
     * yet.
     */
    <E, R> Flux<E> preload(
            Publisher<? extends E> entities, Relation<E, R> relation, UnaryOperator<PreloadQuery<R>> related);

    /**
     * Returns {@link #preload(Publisher, Relation)} as a function of the entities, made for {@code flux.transform(mapper.preload(relation))}.
     * Sends nothing.
     */
    default <E, R> Function<Publisher<? extends E>, Flux<E>> preload(Relation<E, R> relation) {
        Checks.notNull(relation, "relation");
        return entities -> preload(entities, relation);
    }

    /** Reads {@code aggregate} for entities at hand, as {@link #aggregate(Collection, Collection)} does. */
    default <E> Flux<Aggregated<E>> aggregate(Collection<E> entities, Aggregate<E, ?> aggregate) {
        return aggregate(entities, List.<Aggregate<E, ?>>of(Checks.notNull(aggregate, "aggregate")));
    }

    /**
     * Reads values made of related rows for entities at hand: one statement for all entities and all aggregates over the same rows, or none
     * when no entity has a key. Emits the entities in their order, each with its values.
     */
    <E> Flux<Aggregated<E>> aggregate(Collection<E> entities, Collection<? extends Aggregate<E, ?>> aggregates);

    /** Returns the relation of one entity, to be asked for anew. */
    <E, R> Related<R> related(E entity, Relation<E, R> relation);

    /**
     * Returns the relation of the entity with a primary key, which need not be read before: {@code mapper.related(User.class, 212L,
     * User_.PROFILE).find()}. One statement for each read. Whether there is such an entity is not looked at.
     *
     * @param key the key, of several columns a {@link List} of its parts; an integer of any width does for an integer column
     */
    <E, R> Related<R> related(Class<E> type, Object key, Relation<E, R> relation);

    /** Returns the child of one entity, to be asked for anew or written. */
    <E, R> HasOneOperations<E, R> related(E entity, HasOneRelation<E, R> relation);

    /** Returns the owner of one entity, to be asked for anew, or where the entity points to, to be written. */
    <E, R> BelongsToOperations<E, R> related(E entity, BelongsToRelation<E, R> relation);

    /**
     * Starts a statement that the user writes: {@code mapper.sql("select * from users where name = :name").bind("name", name)}. Its text is
     * sent as it is, so it must come from the program; values are bound by name. Sends nothing.
     *
     * @throws IllegalArgumentException when a quote, comment or parenthesis has no end, there is a semicolon or a numbered placeholder, or
     *     the statement begins or ends a transaction, which {@link #transactional} does, or copies rows
     * @throws dev.kindred.error.SessionStateException when the statement would change the session of its connection; {@link RawSql} says
     *     which ones do, and what happens where that cannot be seen
     */
    default SqlStatement sql(String text) {
        return sql(RawSql.unsafeSql(Checks.notNull(text, "text")));
    }

    /** Starts a statement that the user writes, as {@link #sql(String)} does. */
    SqlStatement sql(RawSql sql);

    /**
     * Returns the tables of {@code entities}, to be created, dropped or compared with the database. Sends nothing.
     *
     * @throws dev.kindred.error.MappingException when one of them has no model, two have the same table, or they contradict each other
     */
    default SchemaOperations schema(Class<?>... entities) {
        return schema(Schema.of(entities));
    }

    /** Returns the tables of the entities of {@code models}, as {@link #schema(Class...)} does. */
    default SchemaOperations schema(EntityModel<?>... models) {
        return schema(Schema.of(models));
    }

    /** Returns the tables of {@code schema}, as {@link #schema(Class...)} does. */
    SchemaOperations schema(Schema schema);
}
