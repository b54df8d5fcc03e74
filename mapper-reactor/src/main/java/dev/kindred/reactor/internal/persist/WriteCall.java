package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.persist.SharedWrite;
import dev.kindred.reactor.internal.execute.StatementRunner;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * A caller's write of one row.
 *
 * @param write the write
 * @param alone sends it with a statement of its own
 * @param context the Context of the caller
 */
record WriteCall<E>(SharedWrite write, Function<StatementRunner, Mono<RowOutcome<E>>> alone, ContextView context) {

    /** Sends the write alone with {@code runner}, in the Context of the caller. */
    Mono<RowOutcome<E>> alone(StatementRunner runner) {
        return alone.apply(runner).contextWrite(other -> other.putAll(context));
    }
}
