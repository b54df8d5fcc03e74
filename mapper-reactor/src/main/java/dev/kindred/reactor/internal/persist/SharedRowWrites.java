package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.persist.SharedWrite;
import dev.kindred.internal.persist.SharedWrites;
import dev.kindred.internal.sql.Statement;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.connection.ConnectionScope.Access;
import dev.kindred.reactor.internal.connection.WriteMarks;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.shared.SharedQueue;
import dev.kindred.reactor.internal.shared.Sharing;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The writes of one row that share statements. The inserts of an entity type have a queue, and so have its updates and
 * deletes together. Thread-safe.
 */
public final class SharedRowWrites {

    private final Sharing sharing;
    private final EntityReads reads;
    private final Map<EntityModel<?>, Queues<?>> queues = new ConcurrentHashMap<>();

    /** Shares statements as {@code sharing} says. Written rows are read with {@code reads}. */
    public SharedRowWrites(Sharing sharing, EntityReads reads) {
        this.sharing = sharing;
        this.reads = reads;
    }

    /**
     * Returns the outcome of {@code statement}, which writes rows of {@code model}.
     *
     * @param alone sends it with a statement of its own
     */
    <E> Mono<RowOutcome<E>> write(
            Statement statement, EntityModel<E> model, Function<StatementRunner, Mono<RowOutcome<E>>> alone) {
        return Mono.deferContextual(context -> {
            Queues<E> ofModel = queues(model);
            @Nullable SharedWrite write = sharing.mayShare(context) ? ofModel.writes.of(statement) : null;
            StatementRunner statements = sharing.statements();
            if (write == null) {
                return alone.apply(statements);
            }
            // The shared statement has the Context of another caller.
            WriteMarks.mark(context);
            SharedWrite resolved = write.with(statements.resolved(write.row(), context));
            SharedQueue<WriteCall<E>, RowOutcome<E>> queue = write.key() == null ? ofModel.inserts : ofModel.changes;
            return queue.call(new WriteCall<>(resolved, alone, context), () -> alone.apply(statements));
        });
    }

    @SuppressWarnings("unchecked") // the queues of a model have writes of its entity
    private <E> Queues<E> queues(EntityModel<E> model) {
        return (Queues<E>) queues.computeIfAbsent(model, this::newQueues);
    }

    private <E> Queues<E> newQueues(EntityModel<E> model) {
        return new Queues<>(new SharedWrites<>(model), queue(model), queue(model));
    }

    private <E> SharedQueue<WriteCall<E>, RowOutcome<E>> queue(EntityModel<E> model) {
        Set<Object> running = new HashSet<>();
        return new SharedQueue<>(sharing, Access.WRITE, () -> new GatheredWrites<>(model, reads, running));
    }

    private record Queues<E>(
            SharedWrites<E> writes,
            SharedQueue<WriteCall<E>, RowOutcome<E>> inserts,
            SharedQueue<WriteCall<E>, RowOutcome<E>> changes) {}
}
