package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Aggregate;
import dev.kindred.model.BelongsToOneOfRelation;
import dev.kindred.model.Relation;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.Aggregated;
import dev.kindred.query.PreloadManyQuery;
import dev.kindred.query.PreloadQuery;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Reads of related rows and of their aggregates for existing entities. {@link ReactiveMapper} has them, and says what
 * applies to all operations. Thread-safe.
 */
public interface PreloadOperations {

    /**
     * Loads {@code relation} for existing entities. One statement. No statement if all entities have the relation
     * loaded or a null key. Text keys that differ only in case or blanks can cost one more statement. Emits the
     * entities in their order: the same instance, or a copy with a working handle if the handle of the entity belongs
     * to another key or database.
     */
    <E, R> Flux<E> preload(Collection<E> entities, Relation<E, R> relation);

    /**
     * Loads {@code relation} for existing entities as {@link #preload(Collection, Relation)} does, with conditions, an
     * order, columns and nested preloads of the related entities. One statement for each relation with a key that is
     * not loaded. The conditions of {@code related} are ignored for a relation that is already loaded.
     */
    <E, R> Flux<E> preload(
            Collection<E> entities, ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related);

    /**
     * Loads a relation to many rows for existing entities as {@link #preload(Collection, Relation)} does, with
     * conditions, an order, columns, nested preloads and a limit for each entity. One statement for each relation with
     * a key that is not loaded. The conditions of {@code related} are ignored for a relation that is already loaded.
     */
    <E, R> Flux<E> preload(
            Collection<E> entities, ToManyRelation<E, R> relation, UnaryOperator<PreloadManyQuery<R>> related);

    /**
     * Loads {@code relation} for the entities of a publisher, as {@link #preload(Collection, Relation)} does.
     *
     * <ul>
     *   <li>One statement for each chunk. The size of a chunk is the mapper's sibling batch size. Text keys that differ
     *       only in case or blanks can cost one more.
     *   <li>Entities are emitted in their order.
     *   <li>A chunk is requested after the previous chunk was consumed. No connection is held in the meantime.
     *   <li>An error of {@code entities} is emitted unchanged. A cancel cancels {@code entities}.
     * </ul>
     */
    <E, R> Flux<E> preload(Publisher<? extends E> entities, Relation<E, R> relation);

    /**
     * Loads {@code relation} for the entities of a publisher as {@link #preload(Publisher, Relation)} does, with
     * conditions, an order, columns and nested preloads of the related entities. For each chunk one statement for each
     * relation with a key that is not loaded. The conditions of {@code related} are ignored for a relation that is
     * already loaded.
     */
    <E, R> Flux<E> preload(
            Publisher<? extends E> entities, ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related);

    /**
     * Loads a relation to many rows for the entities of a publisher as {@link #preload(Publisher, Relation)} does, with
     * conditions, an order, columns, nested preloads and a limit for each entity. For each chunk one statement for each
     * relation with a key that is not loaded.
     */
    <E, R> Flux<E> preload(
            Publisher<? extends E> entities, ToManyRelation<E, R> relation, UnaryOperator<PreloadManyQuery<R>> related);

    /**
     * Loads a relation to one of several types for existing entities, as {@link #preload(Collection, Relation)} does.
     * One statement for each type that an entity references. The name of an unknown type is a
     * {@link dev.kindred.error.UnknownTypeException}.
     */
    <E> Flux<E> preload(Collection<E> entities, BelongsToOneOfRelation<E, ?> relation);

    /**
     * Loads a relation to one of several types for the entities of a publisher, as
     * {@link #preload(Publisher, Relation)} does. For each chunk one statement for each type that an entity references.
     */
    <E> Flux<E> preload(Publisher<? extends E> entities, BelongsToOneOfRelation<E, ?> relation);

    /**
     * Returns {@link #preload(Publisher, Relation)} as a function, for
     * {@code flux.transform(mapper.preload(relation))}. Sends no statement.
     */
    default <E, R> Function<Publisher<? extends E>, Flux<E>> preload(Relation<E, R> relation) {
        Checks.notNull(relation, "relation");
        return entities -> preload(entities, relation);
    }

    /** Reads {@code aggregate} for existing entities, as {@link #aggregate(Collection, Collection)} does. */
    default <E> Flux<Aggregated<E>> aggregate(Collection<E> entities, Aggregate<E, ?> aggregate) {
        return aggregate(entities, List.<Aggregate<E, ?>>of(Checks.notNull(aggregate, "aggregate")));
    }

    /**
     * Reads aggregates of related rows for existing entities. One statement for all entities and all aggregates over
     * the same rows. No statement if no entity has a key. Text keys that differ only in case or blanks can cost one
     * more statement. Emits the entities in their order, each with its values.
     *
     * @throws dev.kindred.error.RelationKeyMissingException if the key of an entity was not selected
     */
    <E> Flux<Aggregated<E>> aggregate(Collection<E> entities, Collection<? extends Aggregate<E, ?>> aggregates);
}
