package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.error.StatementException;
import dev.kindred.internal.persist.SharedWrite;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.shared.Answer;
import dev.kindred.reactor.internal.shared.Gathered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The writes of one shared statement: different rows, and one shape. Two writes of one row are in two statements, in
 * their order. Confined to one thread at a time.
 */
final class GatheredWrites<E> implements Gathered<WriteCall<E>, RowOutcome<E>> {

    private final EntityModel<E> model;
    private final EntityReads reads;
    /** The keys of the statements that run. The lock of the queue guards them. */
    private final Set<Object> running;

    private final List<WriteCall<E>> calls = new ArrayList<>();
    private final Set<Object> own = new HashSet<>();
    private final Set<Object> passed = new HashSet<>();

    GatheredWrites(EntityModel<E> model, EntityReads reads, Set<Object> running) {
        this.model = model;
        this.reads = reads;
        this.running = running;
    }

    @Override
    public boolean add(WriteCall<E> call) {
        @Nullable Object key = call.write().key();
        boolean fits = !isFull()
                && (calls.isEmpty() || call.write().hasShapeOf(calls.get(0).write()));
        if (key == null) {
            return fits && calls.add(call);
        }
        if (!fits || passed.contains(key) || !running.add(key)) {
            passed.add(key);
            return false;
        }
        own.add(key);
        return calls.add(call);
    }

    @Override
    public boolean isFull() {
        return calls.size() >= MOST;
    }

    @Override
    public void end() {
        running.removeAll(own);
    }

    @Override
    public Mono<List<Answer<RowOutcome<E>>>> send(StatementRunner runner) {
        return calls.size() == 1
                ? calls.get(0).alone(runner).map(outcome -> List.<Answer<RowOutcome<E>>>of(new Answer.Value<>(outcome)))
                : together(runner);
    }

    private Mono<List<Answer<RowOutcome<E>>>> together(StatementRunner runner) {
        List<Integer> order = order();
        List<SharedWrite> writes =
                order.stream().map(position -> calls.get(position).write()).toList();
        return runner.write(
                        SharedWrite.together(writes),
                        () -> new PositionedReader<>(
                                model, reads, !writes.get(0).shape().returning().isEmpty()))
                .map(rows -> answers(rows, order))
                .onErrorResume(GatheredWrites::isUndone, error -> Mono.just(unknown()))
                .contextWrite(Origins.servingCallers(calls.size()));
    }

    /** Statements that lock the same rows lock them in the same order. New rows keep the order of the callers. */
    private List<Integer> order() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, calls.size()).boxed().toList());
        if (!own.isEmpty()) {
            order.sort(Comparator.comparing(
                    position -> String.valueOf(calls.get(position).write().key())));
        }
        return order;
    }

    /**
     * Returns whether nothing of the statement is stored: the server refused it, or a value could not be encoded.
     * Errors of reading a row are answers.
     */
    private static boolean isUndone(Throwable error) {
        return error instanceof StatementException || error instanceof MappingException;
    }

    private List<Answer<RowOutcome<E>>> unknown() {
        return Collections.nCopies(calls.size(), new Answer.Unknown<>());
    }

    private List<Answer<RowOutcome<E>>> answers(List<PositionedRow<E>> rows, List<Integer> order) {
        List<Answer<RowOutcome<E>>> answers =
                new ArrayList<>(Collections.nCopies(calls.size(), new Answer.Value<>(RowOutcome.nothing())));
        for (PositionedRow<E> row : rows) {
            answers.set(order.get(row.position() - 1), row.answer());
        }
        return answers;
    }
}
