package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads the inverse handles of related rows with the entities of a batch. Confined to the read of the entities, then
 * thread-safe.
 *
 * @param <E> the entity
 * @param <R> the related entity
 */
interface BackLinks<E, R> {

    /** Adds an entity that was read with all its columns. */
    void add(E entity, WeakReference<E> reference);

    /** Loads the inverse handles of the related rows. */
    void link(KnownRows<R> rows, @Nullable TransactionScope transaction);

    /** Loads the inverse handle of {@code row}, which was written for {@code entity}. */
    void link(Object entity, R row, @Nullable TransactionScope transaction);

    /** The known rows by key. */
    interface KnownRows<R> {

        /** Calls {@code action} with each known row of {@code key}. */
        void forEach(Object key, Consumer<R> action);
    }
}
