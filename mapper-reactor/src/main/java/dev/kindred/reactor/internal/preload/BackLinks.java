package dev.kindred.reactor.internal.preload;

import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads the inverse handles of related rows with the entities whose handles loaded the rows. Thread-safe.
 *
 * @param <E> the entity
 * @param <R> the related entity
 */
interface BackLinks<E, R> {

    /** Returns whether related rows can refer back to {@code entity}, which was read with all its columns. */
    boolean mayOwn(E entity);

    /** Loads the inverse handles of {@code rows}, the rows of {@code key}, with {@code owner}. */
    void link(Object owner, Object key, Rows<R> rows, @Nullable TransactionScope transaction);

    /** Loads the inverse handles of {@code rows} with the entities of {@code owners}. */
    void linkAll(List<? extends Owners.Owner> owners, Rows<R> rows, @Nullable TransactionScope transaction);

    /** Loads the inverse handle of {@code row}, which was written for {@code owner}. */
    void linkWritten(Object owner, Object key, R row, @Nullable TransactionScope transaction);

    /** Some rows. */
    interface Rows<R> {

        /** Calls {@code action} with each row. */
        void forEach(Consumer<R> action);
    }
}
