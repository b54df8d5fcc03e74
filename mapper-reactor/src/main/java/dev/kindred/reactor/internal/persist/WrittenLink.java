package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.sql.LinkRows.Kind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pair that a statement wrote.
 *
 * @param kind what happened to it
 * @param key the key of the related row: a value for one column, or a list for several
 */
record WrittenLink(Kind kind, Object key) {

    /** Returns the pair of a row of the result. */
    static WrittenLink of(List<@Nullable Object> values) {
        Kind kind = Kind.of((Integer) Objects.requireNonNull(values.get(0)));
        List<@Nullable Object> parts = values.subList(1, values.size());
        return new WrittenLink(
                kind,
                parts.size() == 1
                        ? Objects.requireNonNull(parts.get(0))
                        : parts.stream().<Object>map(Objects::requireNonNull).toList());
    }
}
