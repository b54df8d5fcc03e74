package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapperBuilder;

/**
 * Changes the settings of the auto-configured {@link dev.kindred.reactor.ReactiveMapper}. A bean is called once, after
 * the properties were applied. Several beans are called in their order.
 */
@FunctionalInterface
public interface ReactiveMapperBuilderCustomizer {

    /** Changes {@code builder}. */
    void customize(ReactiveMapperBuilder builder);
}
