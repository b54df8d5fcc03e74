package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Loads the inverse handles of related rows with the entities of a batch. Confined to the read of the entities, then thread-safe.
 *
 * @param <E> the entity
 * @param <R> the related entity
 */
interface BackLinks<E, R> {

    /** Adds an entity that was read with all its columns. */
    void add(E entity, WeakReference<E> reference, Object rawKey);

    /** Loads the inverse handles of the related rows. {@code rowOf} returns the known row of a key, or null. */
    void link(Function<Object, @Nullable R> rowOf, @Nullable TransactionScope transaction);

    /** Loads the inverse handle of {@code row}, which was written for {@code entity}. */
    void link(E entity, R row, @Nullable TransactionScope transaction);
}
