package dev.kindred.benchmarks.peer;

import static java.util.Objects.requireNonNull;

import dev.kindred.benchmarks.entity.Basket;
import dev.kindred.benchmarks.entity.Basket_;
import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Shelf;
import dev.kindred.benchmarks.entity.Shelf_;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Kindred's many-to-many reads, and its writes of lists and pairs. */
record KindredPairs(ReactiveMapper mapper) {

    private static final Shelf SHELF = requireNonNull(Shelf_.draft(1).build());

    Map<Task, Operation> operations() {
        return Map.of(
                Task.PAIRS, Operation.of(this::preload),
                Task.CREATE_LIST, Operation.of(this::createAll),
                Task.SYNC, Operation.of(this::sync));
    }

    Mono<Long> preload(long turn) {
        return page(turn).preload(Basket_.LABELS).all().reduce(0L, (sum, basket) -> sum + checksumOfBoth(basket));
    }

    Mono<Long> lazy(long turn) {
        return page(turn).all().flatMap(KindredPairs::loaded).reduce(0L, Long::sum);
    }

    Mono<Long> onePerRow(long turn) {
        return page(turn)
                .loading(LoadMode.SINGLE)
                .all()
                .flatMap(KindredPairs::loaded)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> createAll(long turn) {
        Basket basket =
                Basket_.draft(NewRows.basketOf(turn), "", OffsetDateTime.MIN).build();
        return mapper.related(basket, Basket_.NOTES)
                .createAll(NewRows.notes(turn))
                .collectList()
                .map(Checksums::newNotes);
    }

    private Mono<Long> sync(long turn) {
        List<Long> keys = Turns.labels(turn);
        return mapper.related(SHELF, Shelf_.LABELS)
                .syncKeys(keys)
                .map(changes ->
                        (long) changes.attached().size() + changes.unchanged().size());
    }

    private EntitySelect<Basket> page(long turn) {
        return mapper.from(Basket.class)
                .where(Basket_.ID.gt(Turns.basketPageStart(turn)))
                .orderBy(Basket_.ID.asc())
                .limit(Turns.PAGE);
    }

    private static Mono<Long> loaded(Basket basket) {
        return basket.labels()
                .collectList()
                .map(labels ->
                        Checksums.basket(basket.id(), basket.owner(), basket.createdAt()) + Checksums.labels(labels));
    }

    private static long checksumOfBoth(Basket basket) {
        return Checksums.basket(basket.id(), basket.owner(), basket.createdAt())
                + Checksums.labels(
                        requireNonNull(Relations.stateOf(basket.labels()).getOrNull()));
    }
}
