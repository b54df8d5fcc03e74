package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a child to create. As thread-safe as the supplier.
 *
 * @param known the columns, or null if a supplier computes them
 * @param values returns the columns
 */
public record Payload<R>(@Nullable List<Assignment<R>> known, Supplier<List<Assignment<R>>> values) {

    /** Returns a payload of known values. */
    public static <R> Payload<R> of(Collection<Assignment<R>> values) {
        List<Assignment<R>> known = Checks.noNulls(values, "payload");
        return new Payload<>(known, () -> known);
    }

    /** Returns a payload that is computed when it is needed. */
    public static <R> Payload<R> from(Supplier<? extends Collection<Assignment<R>>> payload) {
        Supplier<? extends Collection<Assignment<R>>> given = Checks.notNull(payload, "payload");
        return new Payload<>(null, () -> Checks.noNulls(given.get(), "the payload"));
    }
}
