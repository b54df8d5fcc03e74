package dev.kindred.reactor.internal.shared;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.SharedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row of a shared statement, read once for each of its callers.
 *
 * @param key the key of the row, or null if it cannot be read
 * @param callers the positions of the callers that asked for the key
 * @param answers what each of them gets
 * @param <T> the value of a row
 */
public record DealtRow<T>(@Nullable Object key, List<Integer> callers, List<Answer<T>> answers) {

    /**
     * Reads a row for each of its callers. An error of one reading concerns that caller alone.
     *
     * @param key reads the key in the form of {@link dev.kindred.internal.key.RelationKey}, or returns null
     * @param value reads the row for the caller at a position
     */
    public static <T> DealtRow<T> of(SharedKeys keys, Supplier<@Nullable Object> key, IntFunction<T> value) {
        @Nullable Object own = keyOrNull(key);
        List<Integer> callers = own == null ? List.of() : keys.callersOf(own);
        if (callers.size() == 1) {
            return new DealtRow<>(own, callers, List.of(answer(value, callers.get(0))));
        }
        List<Answer<T>> answers = new ArrayList<>(callers.size());
        for (int caller : callers) {
            answers.add(answer(value, caller));
        }
        return new DealtRow<>(own, callers, answers);
    }

    private static @Nullable Object keyOrNull(Supplier<@Nullable Object> key) {
        try {
            return key.get();
        } catch (MappingException e) {
            return null;
        }
    }

    private static <T> Answer<T> answer(IntFunction<T> value, int caller) {
        try {
            return new Answer.Value<>(value.apply(caller));
        } catch (MappingException e) {
            return new Answer.Failure<>(e);
        }
    }

    /**
     * Returns whether each of {@code rows} has a caller. A row without one is equal to a key for the server only, so
     * callers without a row read alone.
     */
    public static <T> boolean areDealtOut(List<DealtRow<T>> rows) {
        for (DealtRow<T> row : rows) {
            if (row.callers.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
