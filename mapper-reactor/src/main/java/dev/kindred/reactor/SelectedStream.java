package dev.kindred.reactor;

import dev.kindred.internal.page.Keyset;
import dev.kindred.internal.page.Position;
import dev.kindred.query.Filter;
import dev.kindred.query.SelectQuery;
import dev.kindred.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Reads the rows of a query chunk by chunk: each goes on behind the last row of the one before, by what the rows are sorted by, so that a
 * statement has ended and its connection is free whenever a row is emitted.
 */
record SelectedStream<E>(SelectedRows<E, E> selected, int chunkSize) {

    Flux<E> rows() {
        return Flux.defer(() -> {
            Filter filter = selected.query().filter();
            if (filter.restriction() != null && filter.restriction().atMost() != null) {
                return selected.all();
            }
            Select.Page page = filter.page();
            Progress<E> progress = new Progress<>(Keyset.of(selected.query()), page);
            return Flux.<Progress<E>>generate(sink -> {
                        if (progress.ended) {
                            sink.complete();
                        } else {
                            sink.next(progress);
                        }
                    })
                    .concatMap(this::whenAskedFor);
        });
    }

    /** {@code concatMap} subscribes to what follows as soon as a chunk has ended; the inner one waits for demand before it reads. */
    private Flux<E> whenAskedFor(Progress<E> progress) {
        return Flux.just(progress).hide().concatMap(this::next);
    }

    private Flux<E> next(Progress<E> progress) {
        long wanted = progress.left == null ? chunkSize : Math.min(chunkSize, progress.left);
        SelectQuery<E> query = progress.query(wanted);
        return selected.run(query, scope -> selected.read(scope, query, Long.MAX_VALUE))
                .map(found -> progress.after(found.rows(), wanted))
                .flatMapIterable(rows -> rows);
    }

    /** How far one subscriber has come. Used by one chunk after another. */
    private static final class Progress<E> {

        private final Keyset<E> keyset;
        private final @Nullable Long offset;
        private @Nullable Long left;
        private @Nullable Position position;
        private boolean ended;

        Progress(Keyset<E> keyset, Select.Page page) {
            this.keyset = keyset;
            this.offset = page.offset();
            this.left = page.limit();
            this.ended = left != null && left == 0;
        }

        SelectQuery<E> query(long wanted) {
            SelectQuery<E> rest = keyset.from(position);
            return rest.paged(new Select.Page(wanted, position == null ? offset : null));
        }

        List<E> after(List<E> rows, long wanted) {
            left = left == null ? null : Long.valueOf(left - rows.size());
            ended = rows.size() < wanted || (left != null && left == 0);
            position = rows.isEmpty() ? position : keyset.at(rows.get(rows.size() - 1), false);
            return rows;
        }
    }
}
