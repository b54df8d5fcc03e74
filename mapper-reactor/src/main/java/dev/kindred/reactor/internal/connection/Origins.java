package dev.kindred.reactor.internal.connection;

import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Puts the origin of statements into the Context. An earlier origin is kept, since it is the one of the user.
 * Thread-safe: it has no state.
 */
public final class Origins {

    private static final Object KEY = new Object();
    private static final Object CALLERS = new Object();

    private Origins() {}

    /** Adds an operation without an entity. */
    public static Function<Context, Context> of(Operation operation) {
        return unlessSaid(new StatementOrigin(operation, null, null));
    }

    /** Adds an operation on rows of {@code entity}. */
    public static Function<Context, Context> of(Operation operation, Class<?> entity) {
        return unlessSaid(new StatementOrigin(operation, entity, null));
    }

    /** Adds an operation on the relation of {@code entity} that {@code relation} names. */
    public static Function<Context, Context> of(Operation operation, Class<?> entity, Object relation) {
        return unlessSaid(new StatementOrigin(operation, entity, relation.toString()));
    }

    /** Replaces any operation. */
    static Function<Context, Context> always(Operation operation) {
        StatementOrigin origin = new StatementOrigin(operation, null, null);
        return context -> context.put(KEY, origin);
    }

    private static Function<Context, Context> unlessSaid(StatementOrigin origin) {
        return context -> context.hasKey(KEY) ? context : context.put(KEY, origin);
    }

    /** Adds the number of callers that a statement serves. */
    public static Function<Context, Context> servingCallers(int callers) {
        return context -> context.put(CALLERS, callers);
    }

    static int callersIn(ContextView context) {
        @Nullable Integer callers = context.getOrDefault(CALLERS, null);
        return callers == null ? 1 : callers;
    }

    static StatementOrigin in(ContextView context) {
        @Nullable StatementOrigin origin = context.getOrDefault(KEY, null);
        return origin == null ? StatementOrigin.UNKNOWN : origin;
    }
}
