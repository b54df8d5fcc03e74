package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * An update of the row with a primary key, without a read. The column of {@code @UpdatedAt} is set, the column of
 * {@code @Version} is incremented, and owners are touched as by {@link WriteOperations#update(Object)}. A row that is
 * marked as deleted counts as missing. Immutable and thread-safe. Each step returns a new update.
 *
 * @param <E> the entity
 */
public interface RowUpdate<E> {

    /**
     * Sets a column.
     */
    RowUpdate<E> set(Assignment<E> value);

    /** Sets columns. */
    default RowUpdate<E> set(Assignment<E> first, Assignment<E> second) {
        return set(List.of(Checks.notNull(first, "first"), Checks.notNull(second, "second")));
    }

    /** Sets columns. */
    default RowUpdate<E> set(Assignment<E> first, Assignment<E> second, Assignment<E> third) {
        return set(List.of(
                Checks.notNull(first, "first"), Checks.notNull(second, "second"), Checks.notNull(third, "third")));
    }

    /** Sets columns. */
    RowUpdate<E> set(Collection<Assignment<E>> values);

    /**
     * Sets the expected version, for the column of {@code @Version}; any integer type works. Without it the version is
     * incremented and not compared.
     *
     * @throws dev.kindred.error.MappingException if the entity has no member with {@code @Version}
     */
    RowUpdate<E> expecting(Object version);

    /**
     * Writes the values and returns the stored row.
     *
     * <ul>
     *   <li>One statement. Without values the row is read and returned unchanged.
     *   <li>Without a row it is an {@link dev.kindred.error.EntityNotFoundException}.
     *   <li>With an expected version, a row that does not exist or has another version is a
     *       {@link dev.kindred.error.StaleVersionException}.
     *   <li>A column of the primary key, or one that the mapper sets itself, is an {@link IllegalArgumentException}.
     *   <li>After a cancel either everything or nothing is written.
     * </ul>
     */
    Mono<E> execute();
}
