package dev.kindred.spring.boot;

import dev.kindred.reactor.ConnectionPoolBuilder;

/**
 * Changes the settings of the auto-configured connection pool. A bean is called once, after the properties were
 * applied. Several beans are called in their order.
 */
@FunctionalInterface
public interface ConnectionPoolBuilderCustomizer {

    /** Changes {@code builder}. */
    void customize(ConnectionPoolBuilder builder);
}
