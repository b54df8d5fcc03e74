package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a child is created with. Thread-safe as far as the supplier is.
 *
 * @param known the columns when they were given, or null when they are asked for
 * @param values gives the columns
 */
public record Payload<R>(@Nullable List<Assignment<R>> known, Supplier<List<Assignment<R>>> values) {

    /** Returns the payload that was given. */
    public static <R> Payload<R> of(Collection<Assignment<R>> values) {
        List<Assignment<R>> known = Checks.noNulls(values, "payload");
        return new Payload<>(known, () -> known);
    }

    /** Returns the payload that is asked for when it is needed. */
    public static <R> Payload<R> from(Supplier<? extends Collection<Assignment<R>>> payload) {
        Supplier<? extends Collection<Assignment<R>>> given = Checks.notNull(payload, "payload");
        return new Payload<>(null, () -> Checks.noNulls(given.get(), "the payload"));
    }
}
