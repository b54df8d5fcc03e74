package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.persist.RowBatch;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityModel;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the statements of a chunk and returns their rows in the order of the chunk. Thread-safe: it has no state. */
final class ChunkRows {

    private ChunkRows() {}

    /** Several statements of a chunk are one transaction. */
    static <T> Mono<List<T>> ordered(RowWriter rows, List<RowBatch> batches, EntityModel<T> of) {
        Mono<List<T>> stored = Flux.fromIterable(batches)
                .concatMap(batch -> rows.rows(batch.statement(), of)
                        .onErrorMap(error -> RelationErrors.named(error, of))
                        .map(found -> new Stored<>(batch, found)))
                .collectList()
                .map(parts -> place(parts, of));
        return batches.size() == 1 ? stored : rows.atomic(stored);
    }

    /** Returns the rows of {@code parts} in the order of the chunk. */
    static <T> List<T> place(List<Stored<T>> parts, EntityModel<T> model) {
        for (Stored<T> part : parts) {
            int expected = part.batch.positions().size();
            if (part.rows.size() != expected) {
                throw new MappingException("Of " + expected + " rows of"
                        + " " + Nodes.of(model).table() + " " + part.rows.size()
                        + " were stored: a trigger or a rule of the table suppressed the others.");
            }
        }
        return parts.size() == 1 ? parts.get(0).rows : merged(parts);
    }

    private static <T> List<T> merged(List<Stored<T>> parts) {
        SortedMap<Integer, T> placed = new TreeMap<>();
        for (Stored<T> part : parts) {
            List<Integer> positions = part.batch.positions();
            for (int i = 0; i < positions.size(); i++) {
                placed.put(positions.get(i), part.rows.get(i));
            }
        }
        return List.copyOf(placed.values());
    }

    /** Returns the rows of all {@code runs}. */
    static <T> List<T> joined(List<List<T>> runs) {
        return runs.stream().flatMap(List::stream).toList();
    }

    /** The rows that a statement has stored, in the order of its positions. */
    record Stored<T>(RowBatch batch, List<T> rows) {}
}
