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
 * What is known of the equality of the server, which may take values for equal that differ in Java: by a collation, by
 * the padding of char(n), by rounding, or nulls by NULLS NOT DISTINCT. Thread-safe: it has no state.
 */
final class ServerEquality {

    private static final Set<Class<?>> EXACT =
            Set.of(Boolean.class, Short.class, Integer.class, Long.class, UUID.class, LocalDate.class);
    private static final Pattern MARKS_AND_BLANKS = Pattern.compile("[\\p{M}\\p{Z}\\s]+");

    private ServerEquality() {}

    /** Tells whether the server may take two of {@code entities} for rows with the same {@code columns}. */
    static <E> boolean mayMeet(List<E> entities, List<EntityColumn<E, ?>> columns) {
        if (entities.size() < 2) {
            return false;
        }
        Set<List<@Nullable Object>> seen = new HashSet<>();
        for (E entity : entities) {
            List<@Nullable Object> key = new ArrayList<>(columns.size());
            for (EntityColumn<E, ?> column : columns) {
                @Nullable Object value = column.get(entity);
                key.add(value == null || isTold(value) ? folded(value) : null);
            }
            if (!seen.add(key)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether values of this class differ for the server when they differ in {@link #folded} form. */
    static boolean isTold(Object value) {
        return value instanceof String || isExact(value);
    }

    /** Tells whether values of this class are stored as they are and compared as in Java. */
    static boolean isExact(Object value) {
        return EXACT.contains(value.getClass()) || value instanceof Enum<?>;
    }

    /** Returns {@code value} in a form that is the same for values that the server may take for equal. */
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
