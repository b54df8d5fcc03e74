package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.Basket;
import dev.kindred.benchmarks.entity.Basket_;
import dev.kindred.benchmarks.entity.Book;
import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.Item;
import dev.kindred.benchmarks.entity.Shelf;
import dev.kindred.benchmarks.entity.Shelf_;
import dev.kindred.benchmarks.harness.Turns;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Kindred's reads of relations to many rows. */
record KindredLists(ReactiveMapper mapper) {

    Mono<Long> preload(long turn) {
        return page(turn).preload(Basket_.ITEMS).all().reduce(0L, (sum, basket) -> sum + checksumOfBoth(basket));
    }

    Mono<Long> lazy(long turn) {
        return page(turn).all().flatMap(KindredLists::loaded).reduce(0L, Long::sum);
    }

    Mono<Long> onePerRow(long turn) {
        return page(turn)
                .loading(LoadMode.SINGLE)
                .all()
                .flatMap(KindredLists::loaded)
                .reduce(0L, Long::sum);
    }

    Mono<Long> latest(long turn) {
        return mapper.from(Shelf.class)
                .orderBy(Shelf_.ID.asc())
                .preload(Shelf_.BOOKS, books -> books.limitEach(Turns.LATEST))
                .all()
                .reduce(0L, (sum, shelf) -> sum + checksum(shelf));
    }

    private EntitySelect<Basket> page(long turn) {
        return mapper.from(Basket.class)
                .where(Basket_.ID.gt(Turns.basketPageStart(turn)))
                .orderBy(Basket_.ID.asc())
                .limit(Turns.PAGE);
    }

    private static Mono<Long> loaded(Basket basket) {
        return basket.items()
                .collectList()
                .map(items ->
                        Checksums.basket(basket.id(), basket.owner(), basket.createdAt()) + Checksums.items(items));
    }

    private static long checksumOfBoth(Basket basket) {
        @Nullable List<Item> items = Relations.stateOf(basket.items()).getOrNull();
        return items == null
                ? -1
                : Checksums.basket(basket.id(), basket.owner(), basket.createdAt()) + Checksums.items(items);
    }

    private static long checksum(Shelf shelf) {
        @Nullable List<Book> books = Relations.stateOf(shelf.books()).getOrNull();
        return books == null ? -1 : books.stream().mapToLong(Book::checksum).sum();
    }
}
