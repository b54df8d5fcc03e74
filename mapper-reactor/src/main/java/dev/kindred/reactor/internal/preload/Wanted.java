package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.query.LoadMode;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded. Immutable.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 * @param <V> the value of a key
 * @param step the relation and its rows
 * @param arity the form of the values
 * @param mode what the handles of the loaded rows do
 * @param atMost the maximum number of rows, after which the load stops and covers the first keys only; null for a load
 *     that covers all keys
 */
record Wanted<E, R, V>(
        PreloadStep<E, R> step,
        Arity<R, V> arity,
        LoadMode mode,
        @Nullable Long atMost) {}
