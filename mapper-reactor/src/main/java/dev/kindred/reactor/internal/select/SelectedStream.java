package dev.kindred.reactor.internal.select;

import dev.kindred.internal.page.Keyset;
import dev.kindred.internal.page.Position;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.query.Filter;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Select;
import dev.kindred.reactor.internal.execute.ChunkStream;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the rows of a query chunk by chunk, by keyset. A chunk starts after the last row of the chunk before it. When a
 * row is emitted, its statement has ended and its connection is free.
 */
public record SelectedStream<E>(SelectedRows<E, E> selected, int chunkSize) {

    /** Returns the rows: one statement for each chunk, and one for each preload of a chunk. */
    public Flux<E> rows() {
        Flux<E> rows = Flux.deferContextual(context -> {
            Filter filter = selected.query().filter();
            if (filter.restriction() != null && filter.restriction().atMost() != null) {
                return selected.unobserved();
            }
            PreloadPlan<E> plan = PreloadPlan.of(selected.query());
            Keyset<E> keyset = Keyset.of(selected.query());
            boolean onItsOwn = selected.execution().statements().transactionIn(context) == null;
            return ChunkStream.of(() -> new Progress<>(selected, plan, keyset, chunkSize, onItsOwn));
        });
        QueryContext execution = selected.execution();
        return execution.observe(
                Operation.FIND, selected.query().model(), execution.statements().joined(rows));
    }

    /** The position of one subscriber. One chunk after another uses it. */
    private static final class Progress<E> implements ChunkStream.Chunks<E> {

        private final SelectedRows<E, E> selected;
        private final PreloadPlan<E> plan;
        private final Keyset<E> keyset;
        private final int chunkSize;
        private final boolean onItsOwn;
        private final @Nullable Long offset;
        private @Nullable Long left;
        private @Nullable Position position;
        private boolean ended;

        Progress(SelectedRows<E, E> selected, PreloadPlan<E> plan, Keyset<E> keyset, int chunkSize, boolean onItsOwn) {
            Select.Page page = selected.query().filter().page();
            this.selected = selected;
            this.plan = plan;
            this.keyset = keyset;
            this.chunkSize = chunkSize;
            this.onItsOwn = onItsOwn;
            this.offset = page.offset();
            this.left = page.limit();
            this.ended = left != null && left == 0;
        }

        @Override
        public boolean hasNext() {
            return !ended;
        }

        @Override
        public Mono<List<E>> next() {
            long wanted = left == null ? chunkSize : Math.min(chunkSize, left);
            return selected.rows(query(wanted), plan).doOnNext(rows -> advance(rows, wanted));
        }

        /** In a transaction, the rows of a later chunk may depend on what the subscriber does with earlier ones. */
        @Override
        public boolean readsAhead() {
            return onItsOwn;
        }

        @Override
        public Mono<Void> complete(List<E> chunk) {
            return selected.preload(chunk, plan);
        }

        private SelectQuery<E> query(long wanted) {
            SelectQuery<E> rest = keyset.from(position);
            return rest.paged(new Select.Page(wanted, position == null ? offset : null));
        }

        private void advance(List<E> rows, long wanted) {
            left = left == null ? null : Long.valueOf(left - rows.size());
            ended = rows.size() < wanted || (left != null && left == 0);
            position = rows.isEmpty() ? position : keyset.at(rows.get(rows.size() - 1), false);
        }
    }
}
