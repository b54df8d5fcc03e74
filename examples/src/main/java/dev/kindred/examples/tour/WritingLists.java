package dev.kindred.examples.tour;

import dev.kindred.error.OrphanedRowsException;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.OrphanPolicy;
import dev.kindred.reactor.ReactiveMapper;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the rows of a list. */
record WritingLists(ReactiveMapper mapper) implements Chapter {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Override
    public String title() {
        return "Writing lists";
    }

    @Override
    public String introduction() {
        return "A write through user.orders() always sets the user's key and never reaches the orders of another user."
                + " Parents can be stored together with their children.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(together(), many(), once(), replaced(), refused(), removed(), everyone());
    }

    private Step<?> together() {
        Mono<Long> orders = mapper.save(
                        User.of("lista@example.org"),
                        User_.ORDERS.children(List.of(Order.of("L-1", TODAY, 10), Order.of("L-2", TODAY, 20))))
                .flatMapMany(User::orders)
                .count();
        return Step.of("A user with two orders, in one transaction", orders).gives(2L);
    }

    private Step<?> many() {
        Flux<Order> imported = Flux.range(3, 2500).map(n -> Order.of("L-" + n, TODAY, n));
        Mono<Long> stored = lista().flatMapMany(
                        user -> mapper.related(user, User_.ORDERS).createAll(imported))
                .count();
        return Step.of("2,500 orders of a Publisher: a statement for each 1,000", stored)
                .sends(4)
                .gives(2500L);
    }

    private Step<?> once() {
        Mono<Long> orders = lista().flatMapMany(user -> Flux.range(0, 64)
                        .flatMap(
                                caller -> mapper.related(user, User_.ORDERS)
                                        .matching(Order_.NUMBER.set("L-once"))
                                        .firstOrCreate(Order_.PLACED_ON.set(TODAY), Order_.TOTAL.set(caller)),
                                64))
                .mapNotNull(Order::id)
                .distinct()
                .count();
        return Step.of("64 concurrent callers, one order", orders).gives(1L);
    }

    private Step<?> replaced() {
        Mono<String> changes = lista().flatMap(user -> mapper.related(user, User_.ORDERS)
                        .replaceAll(
                                List.of(Order.of("L-new", TODAY, 1), Order.of("L-other", TODAY, 2)),
                                OrphanPolicy.DELETE))
                .map(rows -> rows.added().size() + " added, " + rows.removed().size() + " removed");
        return Step.of("Replace the list, in one transaction", changes).gives("2 added, 2503 removed");
    }

    private Step<?> refused() {
        Mono<?> replaced =
                lista().flatMap(user -> mapper.related(user, User_.ORDERS).replaceAll(List.of(), OrphanPolicy.REFUSE));
        return Step.of("An empty list means no rows; this policy refuses to remove any", replaced)
                .failsWith(OrphanedRowsException.class);
    }

    private Step<?> removed() {
        Mono<Long> removed =
                lista().flatMap(user -> mapper.related(user, User_.ORDERS).delete(Order_.TOTAL.lt(2)));
        return Step.of("Delete with a condition, within the list", removed)
                .sends(2)
                .gives(1L);
    }

    private Step<?> everyone() {
        Mono<Long> stored = mapper.insertAll(
                        Flux.range(0, 1000).map(n -> User.of("buyer" + n + "@example.org")),
                        User_.ORDERS,
                        user -> List.of(
                                Order.of(user.email() + "-1", TODAY, 10), Order.of(user.email() + "-2", TODAY, 20)))
                .count();
        return Step.of("1,000 users with 2,000 orders: two statements in a transaction", stored)
                .sends(4)
                .gives(1000L);
    }

    private Mono<User> lista() {
        return mapper.from(User.class)
                .where(User_.EMAIL.eq("lista@example.org"))
                .one();
    }
}
