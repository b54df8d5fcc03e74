package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.model.TypedHandle;

/**
 * The related row of one type of a relation to one of several types. Thread-safe.
 *
 * @param <R> the type
 */
interface TypeValue<R> extends RelatedValue<R, R>, TypedHandle {

    /** Returns a value whose key is not known for {@code reason}. */
    TypeValue<R> unread(KeyResolver.Reason reason);
}
