package dev.kindred.reactor.spi;

import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Returns who writes: the value of the {@link dev.kindred.annotation.CreatedBy @CreatedBy} and
 * {@link dev.kindred.annotation.UpdatedBy @UpdatedBy} members. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Auditor {

    /**
     * Returns the auditor of the operation that is subscribed with {@code context}. The result emits a value of the
     * members' type, such as a {@code String}, {@code Long} or {@code UUID}.
     *
     * <ul>
     *   <li>An operation that may write such a member subscribes once, with {@code context}, before its first
     *       statement. Other operations do not subscribe.
     *   <li>An empty result sets the members to null. If a member is not nullable, the write fails with
     *       {@link dev.kindred.error.MappingException}.
     *   <li>An error fails the operation. It sends no statement.
     *   <li>A cancel of the operation cancels the result.
     * </ul>
     *
     * @param context the Context of the subscriber
     */
    Mono<?> current(ContextView context);
}
