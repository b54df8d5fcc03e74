package dev.kindred.reactor.spi;

import reactor.util.context.ContextView;

/**
 * Observes each operation of a mapper from its subscription to its end, for example for traces. Each subscription is
 * observed on its own: a retry of the caller is another operation, and a retry within a transaction is not. Operations
 * nest. A query in the work of a transaction is an operation in the operation of the transaction. Must be thread-safe
 * and must not block. An exception that it throws is logged and otherwise ignored.
 *
 * <p>A relation that siblings load together is one operation, in the Context of the first subscriber. Reading a loaded
 * relation is no operation.
 *
 * <p>Without an operation listener, a mapper adds no operator for it.
 */
@FunctionalInterface
public interface OperationListener {

    /**
     * Returns the observer of an operation whose result was subscribed.
     *
     * @param context the Reactor Context of the subscriber
     */
    OperationObserver onSubscribe(LogicalOperation operation, ContextView context);
}
