package dev.kindred.reactor.internal.preload;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * What resolves the key of a handle: the batch of its siblings, or nothing if the key was not read. Thread-safe.
 *
 * @param <R> the related entity
 * @param <V> the value of a key
 */
sealed interface KeyResolver<R, V> permits SiblingBatch, KeyResolver.Unread {

    /** Returns the relation of the handle. */
    Relation<?, R> relation();

    /** Emits {@code value} to {@code actual}, or completes empty if it is null. The subscription can be fused. */
    static <V> void emit(CoreSubscriber<? super V> actual, @Nullable V value) {
        if (value == null) {
            Operators.complete(actual);
        } else {
            actual.onSubscribe(Operators.scalarSubscription(actual, value));
        }
    }

    /**
     * The key of an entity was not read.
     *
     * @param column a key column that was not selected
     */
    record Unread<R, V>(Relation<?, R> relation, EntityColumn<?, ?> column) implements KeyResolver<R, V> {

        /** Returns the error of a load. It names the column. */
        RelationKeyMissingException error() {
            return new RelationKeyMissingException("Cannot load " + relation + ": its key column " + column
                    + " was not selected. Add that column to select(..).");
        }
    }
}
