package dev.kindred.internal.key;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.SqlType;
import dev.kindred.type.WireContext;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form of keys for char(n), citext and nondeterministic collations. Two keys are equal in it if a server may consider
 * them equal although they differ in Java: texts that differ in case, accents, width or trailing blanks. Thread-safe:
 * it has no state.
 */
public final class SimilarKeys {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SimilarKeys() {}

    /** Returns whether a part of {@code columns} is a text. The name of a type is the same in all keys. */
    static <E> boolean haveText(List<EntityColumn<E, ?>> columns) {
        return columns.stream()
                .anyMatch(column -> column.type().wireType() == String.class
                        && !Nodes.of(column).isConstant()
                        && Nodes.of(column).only() == null);
    }

    /**
     * Returns the function that returns the similar form of the key that an entity has in {@code columns}, or null if
     * the key is null.
     */
    public static <E> Function<E, @Nullable Object> of(List<EntityColumn<E, ?>> columns, WireContext context) {
        if (!haveText(columns)) {
            return entity -> RelationKey.of(columns, entity);
        }
        return entity -> {
            @Nullable Object raw = RelationKey.raw(columns, entity);
            return raw == null ? null : ofRaw(columns, raw, context);
        };
    }

    /** Returns the similar form of a raw key of {@code columns}. */
    static <E> Object ofRaw(List<EntityColumn<E, ?>> columns, Object raw, WireContext context) {
        if (!haveText(columns)) {
            return RelationKey.of(raw);
        }
        List<Object> parts = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            parts.add(part(columns.get(i).type(), columns.size() == 1 ? raw : ((List<?>) raw).get(i), context));
        }
        return parts;
    }

    private static <T> Object part(SqlType<T> type, Object value, WireContext context) {
        Object key = RelationKey.of(value);
        if (type.wireType() != String.class || key instanceof Duration) {
            return key;
        }
        @SuppressWarnings("unchecked") // the value is one of the column
        T typed = (T) value;
        try {
            return folded((String) type.toWire(typed, context));
        } catch (IllegalArgumentException e) {
            // The error of the statement names the member.
            return key;
        }
    }

    private static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).stripTrailing();
    }
}
