package dev.kindred.reactor.internal.preload;

import dev.kindred.error.MapperException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.connection.Operations;
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

    /** Returns what translates the errors of the handle. */
    Operations operations();

    /** Emits {@code value} to {@code actual}, or completes empty if it is null. The subscription can be fused. */
    static <V> void emit(CoreSubscriber<? super V> actual, @Nullable V value) {
        if (value == null) {
            Operators.complete(actual);
        } else {
            actual.onSubscribe(Operators.scalarSubscription(actual, value));
        }
    }

    /**
     * The key of an entity is not known.
     *
     * @param reason why
     */
    record Unread<R, V>(Relation<?, R> relation, Reason reason, Operations operations) implements KeyResolver<R, V> {

        /** Returns the resolver of a key whose {@code column} was not selected. */
        static <R, V> Unread<R, V> of(Relation<?, R> relation, EntityColumn<?, ?> column, Operations operations) {
            return new Unread<>(relation, new NotSelected(relation, column), operations);
        }

        /** Returns the error of a load, for an operation, which translates it. */
        MapperException error() {
            return reason.error();
        }

        /** Returns the error that a handle emits. */
        Throwable emitted() {
            return operations.translated(error());
        }
    }

    /** Why a key is not known. */
    interface Reason {

        /** Returns the error of a load. */
        MapperException error();
    }

    /**
     * A key column was not selected.
     *
     * @param column the column
     */
    record NotSelected(Relation<?, ?> relation, EntityColumn<?, ?> column) implements Reason {

        @Override
        public RelationKeyMissingException error() {
            return new RelationKeyMissingException("Cannot load " + relation + ": its key column " + column
                    + " was not selected. Add that column to select(..).");
        }
    }
}
