package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads the related rows of handles. Thread-safe. */
interface RelationSource {

    /** Returns the runner whose transaction and connections the loads use. */
    StatementRunner statements();

    /** Returns how much is loaded together. */
    LoadLimits limits();

    /**
     * Returns the values of {@code keys}: one statement on the subscriber's connection, or none without a key. Two
     * for a many-to-many relation. One more if the rows exceed the maximum.
     */
    <E, R, V> Mono<Resolution<V>> resolve(Wanted<E, R, V> wanted, KeyRows<E> keys);

    /**
     * Returns the rows of one key, which are read chunk by chunk: one statement for each, in the subscriber's
     * transaction or on a connection that is released before the rows are emitted.
     *
     * @param rawKey the key
     * @param mode what the handles of the rows do
     * @param listener is called with each chunk
     */
    <E, R> Flux<R> rows(PreloadStep<E, R> step, Object rawKey, LoadMode mode, ChunkListener<R> listener);

    /** Is called with the rows of a chunk before they are emitted. */
    interface ChunkListener<R> {

        /** Does something with {@code rows}, which were read in {@code transaction} or outside one. */
        void read(List<R> rows, @Nullable TransactionScope transaction);
    }
}
