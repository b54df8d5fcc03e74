package dev.kindred.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.model.EntityColumn;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the equality of the server. The server may treat values as equal that differ in Java: because of a
 * collation, the padding of char(n), rounding, or NULLS NOT DISTINCT. Thread-safe: it has no state.
 */
final class ServerEquality {

    private static final Set<Class<?>> EXACT =
            Set.of(Boolean.class, Short.class, Integer.class, Long.class, UUID.class, LocalDate.class);
    private static final Pattern MARKS_AND_BLANKS = Pattern.compile("[\\p{M}\\p{Z}\\s]+");

    private ServerEquality() {}

    /** Returns whether the server may treat the {@code columns} of two of {@code entities} as equal. */
    static <E> boolean mayMeet(List<E> entities, List<EntityColumn<E, ?>> columns) {
        if (entities.size() < 2) {
            return false;
        }
        Set<List<@Nullable Object>> seen = new HashSet<>();
        for (E entity : entities) {
            List<@Nullable Object> key = new ArrayList<>(columns.size());
            for (EntityColumn<E, ?> column : columns) {
                @Nullable Object value = column.getOrNull(entity);
                key.add(value == null || isTold(value) ? folded(value) : null);
            }
            if (!seen.add(key)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the server distinguishes values of this class that differ in {@link #folded} form. */
    static boolean isTold(Object value) {
        return value instanceof String || isExact(value);
    }

    /** Returns whether the server stores values of this class unchanged and compares them as Java does. */
    static boolean isExact(Object value) {
        return EXACT.contains(value.getClass()) || value instanceof Enum<?>;
    }

    /** Returns a form of {@code value} that is equal for all values that the server may treat as equal. */
    static @Nullable Object folded(@Nullable Object value) {
        if (value instanceof String text) {
            String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
            return MARKS_AND_BLANKS
                    .matcher(decomposed)
                    .replaceAll("")
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        }
        return value == null ? null : RelationKey.of(value);
    }
}
