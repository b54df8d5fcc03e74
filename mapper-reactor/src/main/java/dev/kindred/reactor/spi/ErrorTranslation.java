package dev.kindred.reactor.spi;

import dev.kindred.error.MapperException;

/**
 * Translates the errors that a mapper emits, for example into the exceptions of a framework. Called once for each error
 * of an operation or a relation, after the retries of the mapper. Must be thread-safe and must not block.
 */
@FunctionalInterface
public interface ErrorTranslation {

    /** Returns the error to emit. {@code error} should be its cause, so that transaction retries work with it. */
    Throwable translate(MapperException error);
}
