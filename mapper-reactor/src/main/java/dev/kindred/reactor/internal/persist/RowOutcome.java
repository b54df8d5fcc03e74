package dev.kindred.reactor.internal.persist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write of one row did.
 *
 * @param rows the number of written rows
 * @param entity the written row as it is stored, or null if it was not read back
 */
record RowOutcome<E>(long rows, @Nullable E entity) {

    static <E> RowOutcome<E> of(List<E> written) {
        return new RowOutcome<>(written.size(), written.isEmpty() ? null : written.get(0));
    }

    static <E> RowOutcome<E> nothing() {
        return new RowOutcome<>(0, null);
    }
}
