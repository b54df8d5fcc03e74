package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.HasManyRelation;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.RelatedEntity;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Inserts many entities together with their children, in chunks, from a publisher or a collection. Chunks, connections,
 * demand, cancel and errors are as in {@link ManyRowOperations}, of which it is a part. Thread-safe.
 */
public interface ParentRowOperations {

    /** As {@link #insertAll(Publisher, HasOneRelation, Function, ChunkOptions)}, in chunks of 1,000. */
    default <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf) {
        return insertAll(entities, relation, childOf, ChunkOptions.defaults());
    }

    /**
     * Inserts entities, and for each the child that {@code childOf} returns, if any. Emits the parents. Each chunk is a
     * transaction with two statements. Handles are linked as in {@link WriteOperations#save(Object, RelatedEntity)}.
     * Otherwise as {@link ManyRowOperations#insertAll(Publisher, ChunkOptions)}.
     */
    <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf,
            ChunkOptions options);

    /** Inserts entities and children as {@link #insertAll(Publisher, HasOneRelation, Function, ChunkOptions)} does. */
    default <E, R> Flux<E> insertAll(
            Collection<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf) {
        return insertAll(entities, relation, childOf, ChunkOptions.defaults());
    }

    /** Inserts entities and children as {@link #insertAll(Publisher, HasOneRelation, Function, ChunkOptions)} does. */
    default <E, R> Flux<E> insertAll(
            Collection<? extends E> entities,
            HasOneRelation<E, R> relation,
            Function<? super E, ? extends @Nullable R> childOf,
            ChunkOptions options) {
        return insertAll(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), relation, childOf, options);
    }

    /** As {@link #insertAll(Publisher, HasManyRelation, Function, ChunkOptions)}, in chunks of 1,000. */
    default <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasManyRelation<E, R> relation,
            Function<? super E, ? extends Collection<? extends R>> childrenOf) {
        return insertAll(entities, relation, childrenOf, ChunkOptions.defaults());
    }

    /**
     * Inserts entities, and for each the children that {@code childrenOf} returns. Emits the parents. Each chunk of
     * parents is a transaction with two statements: one inserts the parents, one all their children. The lists of the
     * parents are loaded as {@link WriteOperations#save(Object, dev.kindred.model.RelatedEntities)} says. Otherwise as
     * {@link ManyRowOperations#insertAll(Publisher, ChunkOptions)}.
     */
    <E, R> Flux<E> insertAll(
            Publisher<? extends E> entities,
            HasManyRelation<E, R> relation,
            Function<? super E, ? extends Collection<? extends R>> childrenOf,
            ChunkOptions options);

    /** Inserts entities and children as {@link #insertAll(Publisher, HasManyRelation, Function, ChunkOptions)} does. */
    default <E, R> Flux<E> insertAll(
            Collection<? extends E> entities,
            HasManyRelation<E, R> relation,
            Function<? super E, ? extends Collection<? extends R>> childrenOf) {
        return insertAll(entities, relation, childrenOf, ChunkOptions.defaults());
    }

    /** Inserts entities and children as {@link #insertAll(Publisher, HasManyRelation, Function, ChunkOptions)} does. */
    default <E, R> Flux<E> insertAll(
            Collection<? extends E> entities,
            HasManyRelation<E, R> relation,
            Function<? super E, ? extends Collection<? extends R>> childrenOf,
            ChunkOptions options) {
        return insertAll(Flux.fromIterable(Checks.<E>noNulls(entities, "entities")), relation, childrenOf, options);
    }
}
