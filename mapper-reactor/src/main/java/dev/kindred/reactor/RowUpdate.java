package dev.kindred.reactor;

import dev.kindred.model.Assignment;
import java.util.Collection;
import reactor.core.publisher.Mono;

/**
 * An update of the row with a primary key, which need not be read before. Columns of {@code @UpdatedAt} are set, that of {@code @Version} is
 * raised, and owners that {@code @BelongsTo(touch = true)} leads to are marked as changed, as {@link WriteOperations#update(Object)} does. A
 * row that is marked as deleted counts as none. Each step returns a new update and leaves this one as it is. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public interface RowUpdate<E> {

    /** Gives a column a value. */
    RowUpdate<E> set(Assignment<E> value);

    /** Gives columns values. */
    RowUpdate<E> set(Collection<Assignment<E>> values);

    /**
     * Says which version the row has, in the column of {@code @Version}; an integer of any width does. Without this the version is raised and
     * not compared.
     *
     * @throws dev.kindred.error.MappingException when the entity has no member marked {@code @Version}
     */
    RowUpdate<E> expecting(Object version);

    /**
     * Writes the values when it is subscribed and returns the row as the database stored it. One statement; without values the row is read and
     * returned as it is. No row is an {@link dev.kindred.error.EntityNotFoundException}; where a version is expected, a row that is gone or has
     * another one is a {@link dev.kindred.error.StaleVersionException}. A column of the primary key, and one that the mapper writes itself, is
     * an {@link IllegalArgumentException}. A cancel leaves all or nothing written.
     */
    Mono<E> execute();
}
