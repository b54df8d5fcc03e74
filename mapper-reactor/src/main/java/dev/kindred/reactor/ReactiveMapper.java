package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.RawSql;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.reactor.spi.ConnectionSource;
import dev.kindred.reactor.spi.TransactionBridge;
import dev.kindred.schema.Schema;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Maps rows of PostgreSQL to entities and back, without blocking. Thread-safe. One mapper serves a whole application.
 *
 * <p>Subscription:
 *
 * <ul>
 *   <li>No statement is sent and no connection is acquired before the first request of a subscriber. Each subscription
 *       sends the statements again.
 *   <li>Statements run in the transaction of the subscriber's Context. Without one each runs on a connection of the
 *       pool, which is returned before a value is emitted.
 *   <li>Only {@code requiresNew} holds a connection while it waits for another one, which it opens outside the pool.
 *       So every operation works with a pool of one connection.
 *   <li>Numbers of statements do not include BEGIN, COMMIT, ROLLBACK and savepoints.
 * </ul>
 *
 * <p>Cancel:
 *
 * <ul>
 *   <li>If the statement was not sent yet, it is not sent.
 *   <li>Outside a transaction the running statement is cancelled on the server. The connection is verified and
 *       returned, or closed.
 *   <li>In a transaction the running statement runs to its end. If it writes, the transaction can only be rolled back.
 * </ul>
 *
 * <p>Errors of the database and the mapping are {@link dev.kindred.error.MapperException}s:
 *
 * <ul>
 *   <li>{@link dev.kindred.error.PoolTimeoutException} if no connection was free in time, and
 *       {@link dev.kindred.error.ConnectionException} if a connection could not be opened or was lost;
 *   <li>{@link dev.kindred.error.StatementTimeoutException} after a time limit;
 *   <li>{@link dev.kindred.error.StatementException} and its subclasses if the server refuses a statement;
 *   <li>{@link dev.kindred.error.MappingException} if an entity, a query or a value does not fit the mapping.
 * </ul>
 *
 * <p>Wrong arguments are a {@link NullPointerException} or an {@link IllegalArgumentException}, thrown by the method or
 * emitted.
 */
public interface ReactiveMapper extends PreloadOperations, WriteOperations, TransactionOperations, ReplicaOperations {

    /** Returns a mapper with the defaults of {@link #builder(ConnectionFactory)}. */
    static ReactiveMapper create(ConnectionFactory connectionFactory) {
        return builder(connectionFactory).build();
    }

    /**
     * Starts a mapper on the connections of {@code connectionFactory}; {@link Connections} creates the recommended
     * factory.
     */
    static ReactiveMapperBuilder builder(ConnectionFactory connectionFactory) {
        return builder(connectionFactory, new TransactionBridge() {});
    }

    /**
     * Starts a mapper on the connections of {@code connectionFactory}, which shares its transactions with a framework
     * through {@code bridge}.
     */
    static ReactiveMapperBuilder builder(ConnectionFactory connectionFactory, TransactionBridge bridge) {
        return ReactiveMapperBuilder.of(
                Checks.notNull(connectionFactory, "connectionFactory"), Checks.notNull(bridge, "bridge"));
    }

    /** Starts a mapper on the connections of {@code connectionSource}. */
    static ReactiveMapperBuilder builder(ConnectionSource connectionSource) {
        return ReactiveMapperBuilder.of(Checks.notNull(connectionSource, "connectionSource"));
    }

    /**
     * Starts a query for entities of {@code type}. Sends nothing.
     *
     * @throws dev.kindred.error.MappingException if {@code type} has no model, for example because the annotation
     *     processor did not run
     */
    default <E> EntitySelect<E> from(Class<E> type) {
        return from(EntityModel.of(type));
    }

    /**
     * Starts a query for the entities of a model: {@code from(User_.MODEL)} does not compile if the annotation
     * processor did not run.
     */
    <E> EntitySelect<E> from(EntityModel<E> model);

    /**
     * Returns the entity with a primary key, or completes empty. One statement.
     *
     * @param key the key, or the first part of a composite one; any integer type for an integer column
     * @param furtherParts the further parts of a composite key, in the order of the members
     * @throws IllegalArgumentException if the number of parts is wrong, or a part has another type
     */
    <E> Mono<E> find(Class<E> type, Object key, Object... furtherParts);

    /**
     * Returns the entity with a primary key, as {@link #find} does. A missing row is an
     * {@link dev.kindred.error.EntityNotFoundException}.
     *
     * @throws IllegalArgumentException if the number of parts is wrong, or a part has another type
     */
    <E> Mono<E> get(Class<E> type, Object key, Object... furtherParts);

    /**
     * Returns a repository on this mapper: {@code mapper.repository(Users.class)}. Sends no statement. The repository
     * has no state. The first call for an interface loads the generated class.
     *
     * @param type an interface marked {@link dev.kindred.annotation.KindredRepository}
     * @throws dev.kindred.error.MappingException if {@code type} has no generated class, for example because the
     *     annotation processor did not run
     */
    default <R extends EntityRepository<?, ?>> R repository(Class<R> type) {
        return Repositories.create(type, this);
    }

    /** Returns reads of the related row of one entity. Sends no statement. */
    <E, R> Related<R> related(E entity, ToOneRelation<E, R> relation);

    /** Returns reads of the related rows of one entity. Sends no statement. */
    <E, R> RelatedMany<R> related(E entity, ToManyRelation<E, R> relation);

    /**
     * Returns the relation of the entity with a primary key, without reading the entity:
     * {@code mapper.related(User.class, 212L, User_.PROFILE).find()}. One statement for each read. The existence of the
     * entity is not checked.
     *
     * @param key the key; a {@link List} of its parts for a composite key; any integer type for an integer column
     */
    <E, R> Related<R> related(Class<E> type, Object key, ToOneRelation<E, R> relation);

    /**
     * Returns the relation to many rows of the entity with a primary key, without reading the entity, as
     * {@link #related(Class, Object, ToOneRelation)} does:
     * {@code mapper.related(User.class, 212L, User_.ORDERS).query().stream()}.
     *
     * @param key the key; a {@link List} of its parts for a composite key; any integer type for an integer column
     */
    <E, R> RelatedMany<R> related(Class<E> type, Object key, ToManyRelation<E, R> relation);

    /**
     * Returns the many-to-many relation of the entity with a primary key, without reading the entity, as
     * {@link #related(Class, Object, ToOneRelation)} does.
     *
     * @param key the key; a {@link List} of its parts for a composite key; any integer type for an integer column
     */
    <E, R, P> RelatedPivots<R, P> related(Class<E> type, Object key, PivotRelation<E, R, P> relation);

    /** Returns operations on the {@code @HasOne} child of an entity: fresh reads and writes. Sends no statement. */
    <E, R> HasOneOperations<E, R> related(E entity, HasOneRelation<E, R> relation);

    /** Returns operations on the {@code @HasMany} children of an entity: fresh reads and writes. */
    <E, R> HasManyOperations<E, R> related(E entity, HasManyRelation<E, R> relation);

    /** Returns operations on the rows that a pivot table pairs with an entity: fresh reads, and writes of the pairs. */
    <E, R> ManyToManyOperations<R> related(E entity, ManyToManyRelation<E, R> relation);

    /** Returns operations on the rows that a pivot with an entity pairs with an entity, as for other pivot tables. */
    <E, R, P> PivotOperations<R, P> related(E entity, PivotRelation<E, R, P> relation);

    /** Returns operations on the {@code @BelongsTo} owner of an entity: fresh reads, and writes of the reference. */
    <E, R> BelongsToOperations<E, R> related(E entity, BelongsToRelation<E, R> relation);

    /**
     * Returns operations on the {@code @BelongsToOneOf} target of an entity: fresh reads, and writes of the reference.
     */
    <E, T> BelongsToOneOfOperations<E, T> related(E entity, BelongsToOneOfRelation<E, T> relation);

    /**
     * Starts raw SQL: {@code mapper.sql("select * from users where name = :name").bind("name", name)}. The text is sent
     * unchanged, so it must not contain external input. Values are bound by name. Sends no statement.
     *
     * @throws IllegalArgumentException if a quote, comment or parenthesis is not closed, if the text has a semicolon or
     *     a numbered placeholder, or if it begins or ends a transaction or copies rows
     * @throws dev.kindred.error.SessionStateException if the statement would change the session of its connection; see
     *     {@link RawSql}
     */
    default SqlStatement sql(String text) {
        return sql(RawSql.unsafeSql(Checks.notNull(text, "text")));
    }

    /** Starts raw SQL, as {@link #sql(String)} does. */
    SqlStatement sql(RawSql sql);

    /**
     * Returns operations on the tables of {@code entities}: create, drop, and compare with the database. Sends no
     * statement.
     *
     * @throws dev.kindred.error.MappingException if an entity has no model, two have the same table, or they contradict
     *     each other
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
