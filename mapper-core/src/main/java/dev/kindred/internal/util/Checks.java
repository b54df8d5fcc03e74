package dev.kindred.internal.util;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Argument checks that name the argument. Thread-safe: it has no state. */
public final class Checks {

    private Checks() {}

    /** Returns {@code value}, or throws {@link NullPointerException} with "name must not be null" if it is null. */
    public static <T> T notNull(@Nullable T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + " must not be null");
        }
        return value;
    }

    /** Returns {@code value}, or throws {@link IllegalArgumentException} if it is null, empty or blank. */
    public static String notBlank(@Nullable String value, String name) {
        String text = notNull(value, name);
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }

    /** Returns an immutable copy of {@code values}, or throws {@link NullPointerException} that names the argument. */
    public static <T> List<T> noNulls(@Nullable Collection<? extends T> values, String name) {
        Collection<? extends T> all = notNull(values, name);
        for (T value : all) {
            if (value == null) {
                throw new NullPointerException("an element of " + name + " must not be null");
            }
        }
        return List.copyOf(all);
    }

    /** Throws {@link IllegalArgumentException} with {@code message} unless {@code condition} holds. */
    public static void argument(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Returns {@code duration}, which must be positive. */
    public static Duration positive(@Nullable Duration duration, String name) {
        Duration given = notNull(duration, name);
        argument(!given.isNegative() && !given.isZero(), name + " must be positive");
        return given;
    }
}
