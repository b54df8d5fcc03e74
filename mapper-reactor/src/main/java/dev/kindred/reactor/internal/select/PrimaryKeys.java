package dev.kindred.reactor.internal.select;

import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.Conversions;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on primary keys whose values come without a type. */
public final class PrimaryKeys {

    private PrimaryKeys() {}

    /** Returns whether a part of a key is null. */
    public static boolean hasNull(@Nullable Object key, @Nullable Object @Nullable [] furtherParts) {
        return key == null
                || furtherParts == null
                || (furtherParts.length > 0 && Arrays.asList(furtherParts).contains(null));
    }

    /** Returns the error for a key with a null part. */
    public static MappingException isNull(EntityModel<?> model) {
        return new MappingException(
                "The key of " + model.name() + " to find a row by is null, or a part of it is, and no row has such"
                        + " a primary key. Look for a null in another column with from(" + model.name()
                        + ".class).where(..isNull()).");
    }

    /** Returns the parts of a key of {@code model}. */
    public static List<Object> parts(EntityModel<?> model, Object key, Object... furtherParts) {
        Checks.notNull(key, "key");
        List<Object> parts =
                Checks.notNull(furtherParts, "furtherParts").length == 0 ? List.of(key) : several(key, furtherParts);
        int wanted = model.id().size();
        if (wanted == 0) {
            throw new MappingException(
                    model.name() + " has no @Id to find it by. Mark the key, or use from(..).where(..).");
        }
        if (parts.size() != wanted) {
            throw new IllegalArgumentException("The key of " + model.name() + " has " + wanted + " part(s), "
                    + model.id() + ", but " + parts.size() + " came");
        }
        return parts;
    }

    private static List<Object> several(Object key, Object... furtherParts) {
        List<Object> parts = new ArrayList<>();
        parts.add(key);
        parts.addAll(Checks.noNulls(Arrays.asList(furtherParts), "furtherParts"));
        return parts;
    }

    /** Returns the error for a key without a row. */
    public static EntityNotFoundException notFound(EntityModel<?> model, Object key, Object... furtherParts) {
        return new EntityNotFoundException(
                "There is no " + model.name() + " with the key that was asked for, in the table "
                        + Nodes.of(model).table() + ".",
                model.type(),
                furtherParts.length == 0 ? key : parts(model, key, furtherParts));
    }

    /** Returns the condition that the primary key is {@code parts}. */
    public static <E> Condition<E> condition(EntityModel<E> model, List<Object> parts) {
        List<EntityColumn<E, ?>> id = model.id();
        Condition<E> condition = equal(id.get(0), parts.get(0));
        for (int i = 1; i < id.size(); i++) {
            condition = condition.and(equal(id.get(i), parts.get(i)));
        }
        return condition;
    }

    /** Returns the condition that {@code column} has {@code value}, which is converted to the type of the column. */
    @SuppressWarnings("unchecked") // the class of the value was checked against the column's
    public static <E, T> Condition<E> equal(EntityColumn<E, T> column, Object value) {
        return column.eq((T) fitting(column, value));
    }

    /** Returns an integer in the width of {@code column}, and any other value unchanged. */
    public static Object fitting(EntityColumn<?, ?> column, Object value) {
        Class<?> type = column.type().javaType();
        @Nullable Object fitting = Conversions.sameNumber(type, value);
        if (fitting == null) {
            throw new IllegalArgumentException("The key " + column + " is of type " + type.getSimpleName()
                    + ", but the given " + value.getClass().getSimpleName() + " does not fit.");
        }
        return fitting;
    }
}
