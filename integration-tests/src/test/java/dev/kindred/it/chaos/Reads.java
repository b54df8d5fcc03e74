package dev.kindred.it.chaos;

import static java.util.Objects.requireNonNull;

import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads with relations. A stored order has all of its lines. Safe for use by many threads. */
final class Reads {

    private final ReactiveMapper mapper;
    private final ReactiveMapper sharing;

    Reads(ReactiveMapper mapper, ReactiveMapper sharing) {
        this.mapper = mapper;
        this.sharing = sharing;
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("preload", 120, this::preload),
                Kind.of("preload of orders", 120, this::orders),
                Kind.of("handles", 100, this::handles),
                Kind.of("find", 150, draw -> sharing.find(Account.class, draw.account())),
                Kind.of(
                        "preload of entries",
                        50,
                        draw -> mapper.from(Account.class)
                                .where(Account_.ID.eq(draw.account()))
                                .preload(Account_.ENTRIES, entries -> entries.limitEach(3))
                                .all()
                                .then()),
                Kind.of(
                        "count",
                        30,
                        draw -> mapper.related(Owner.class, draw.owner(), Owner_.TAGS)
                                .query()
                                .count()),
                Kind.of("stream", 30, this::stream));
    }

    private Mono<?> preload(Draw draw) {
        return mapper.from(Owner.class)
                .where(Owner_.ID.between(draw.owner(), draw.owner() + 10))
                .preload(Owner_.BADGE)
                .preload(Owner_.SLOTS)
                .preload(Owner_.TAGS)
                .all()
                .then();
    }

    private Mono<?> orders(Draw draw) {
        return mapper.from(Order.class)
                .orderBy(Order_.ID.desc())
                .limit(10)
                .preload(Order_.LINES)
                .all()
                .doOnNext(order -> check(draw, lines(order)))
                .then();
    }

    private Mono<?> handles(Draw draw) {
        return mapper.from(Order.class)
                .orderBy(Order_.ID.desc())
                .limit(5)
                .all()
                .flatMap(order -> order.lines().collectList())
                .doOnNext(lines -> check(draw, lines.size()))
                .then();
    }

    private static int lines(Order order) {
        return requireNonNull(Relations.stateOf(order.lines()).getOrNull()).size();
    }

    private static void check(Draw draw, int lines) {
        if (lines != Order.LINES) {
            draw.ledger().tornRead();
        }
    }

    /** The stream is cancelled in a chunk. */
    private Mono<?> stream(Draw draw) {
        return mapper.from(Note.class).where(Note_.ID.ge(1L + draw.random().nextInt(1000))).stream(20)
                .take(50)
                .then();
    }
}
