package dev.kindred.reactor;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The base of repositories. A repository is an interface that extends it and is marked
 * {@link dev.kindred.annotation.KindredRepository}. The annotation processor generates the implementation.
 * {@link ReactiveMapper#repository} creates it. Own methods are default methods over {@link #query()} and
 * {@link #mapper()}:
 *
 * <pre>{@code
 * @KindredRepository
 * public interface Users extends EntityRepository<User, Long> {
 *
 *     default Mono<User> byEmail(String email) {
 *         return query().where(User_.EMAIL.eq(email)).one();
 *     }
 * }
 * }</pre>
 *
 * <p>Each method calls the method of the mapper with the same meaning. Subscription, statements, connection, cancel and
 * errors are those of {@link ReactiveMapper}. A default method of the interface can override each method except
 * {@link #mapper()}. Thread-safe.
 *
 * @param <E> the entity
 * @param <K> the type of the {@code @Id} member; for a composite key a record with a component for each {@code @Id}
 *     member, of the same name and type
 */
public interface EntityRepository<E, K> {

    /** Returns the mapper of this repository. */
    ReactiveMapper mapper();

    /**
     * Starts a query for the entities, as {@link ReactiveMapper#from(Class)} does. Sends nothing. An override applies
     * to {@link #stream()} too.
     */
    EntitySelect<E> query();

    /** Returns the entity with a primary key, or completes empty. One statement. */
    Mono<E> find(K id);

    /**
     * Returns the entity with a primary key. One statement. A missing row is an
     * {@link dev.kindred.error.EntityNotFoundException}.
     */
    Mono<E> get(K id);

    /** Returns all entities, as {@link EntitySelect#stream()} does. One statement for each chunk. */
    default Flux<E> stream() {
        return query().stream();
    }

    /** Inserts a row and returns the stored entity, as {@link WriteOperations#insert} does. One statement. */
    default Mono<E> insert(E entity) {
        return mapper().insert(entity);
    }

    /**
     * Writes every column of the row of {@code entity} and returns the stored entity, as
     * {@link WriteOperations#update(Object)} does. One statement.
     */
    default Mono<E> update(E entity) {
        return mapper().update(entity);
    }

    /**
     * Inserts {@code entity} if its generated key is null, and updates it otherwise, as
     * {@link WriteOperations#save(Object)} does. One statement. An entity with an assigned key is a
     * {@link dev.kindred.error.MappingException}.
     */
    default Mono<E> save(E entity) {
        return mapper().save(entity);
    }

    /**
     * Deletes the row of {@code entity} and returns whether it existed, as {@link WriteOperations#delete(Object)} does.
     * One statement. With {@code @SoftDelete} the row is marked as deleted.
     */
    default Mono<Boolean> delete(E entity) {
        return mapper().delete(entity);
    }
}
