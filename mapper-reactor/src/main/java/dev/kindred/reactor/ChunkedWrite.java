package dev.kindred.reactor;

import dev.kindred.error.ConnectionException;
import dev.kindred.internal.util.Checks;
import dev.kindred.reactor.internal.connection.Handover;
import dev.kindred.reactor.internal.persist.RowWriter;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Writes what a publisher emits in chunks. Requests the next chunk after the results of the previous chunk were
 * consumed.
 *
 * @param write writes a chunk
 */
record ChunkedWrite<E, T>(RowWriter rows, ChunkOptions options, Function<List<E>, Publisher<T>> write) {

    Flux<T> of(Publisher<? extends E> entities) {
        Flux<T> chunks = Flux.<E>from(Checks.notNull(entities, "entities"))
                .buffer(options.size())
                .index((index, chunk) -> Flux.from(write.apply(chunk))
                        .onErrorResume(ConnectionException.class, error -> rows.lost(error, index)))
                .concatMap(chunk -> chunk);
        return options.isAtomic() ? Handover.each(rows.transactional(chunks.collectList())) : chunks;
    }
}
