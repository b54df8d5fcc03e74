package dev.kindred.examples.tour;

import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.Relations;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads relations to many rows: the orders of users, and the lines of orders. */
record Lists(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Relations to many rows";
    }

    @Override
    public String introduction() {
        return "user.orders() is a Flux<Order>. It loads for all siblings, as user.profile() does. The first 1,000"
                + " users have 0 to 9 orders: as many as the last digit of their id. An order has two lines.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(lazy(), nested(), limited(), hasMore(), window(), stream());
    }

    private Step<?> lazy() {
        Mono<Long> orders = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .all()
                .flatMap(User::orders)
                .count();
        return Step.of("Lazy, for 1,000 users: two statements", orders).sends(2).gives(4500L);
    }

    private Step<?> nested() {
        Mono<Integer> pieces = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .preload(User_.ORDERS, orders -> orders.preload(Order_.LINES))
                .all()
                .flatMap(User::orders)
                .flatMap(Order::lines)
                .map(Line::quantity)
                .reduce(0, Integer::sum);
        return Step.of("Three levels: one statement for each", pieces).sends(3).gives(4500 * 3);
    }

    private Step<?> limited() {
        Mono<Long> orders = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .preload(
                        User_.ORDERS, latest -> latest.where(Order_.TOTAL.gt(0)).limitEach(3))
                .all()
                .flatMap(User::orders)
                .count();
        return Step.of("The three latest orders of each user", orders).sends(2).gives(100L * (1 + 2 + 7 * 3));
    }

    private Step<?> hasMore() {
        Flux<Boolean> more = mapper.from(User.class)
                .where(User_.ID.in(3L, 4L))
                .orderBy(User_.ID.asc())
                .preload(User_.ORDERS, latest -> latest.limitEach(3))
                .all()
                .map(user -> Relations.stateOf(user.orders()).hasMore());
        return Step.of("User 3 has three orders, user 4 has more", more)
                .sends(2)
                .gives(List.of(false, true));
    }

    private Step<?> window() {
        Mono<Integer> second = mapper.related(User.class, 9L, User_.ORDERS)
                .query()
                .scroll(5, null)
                .mapNotNull(Window::next)
                .flatMap(cursor ->
                        mapper.related(User.class, 9L, User_.ORDERS).query().scroll(5, cursor))
                .map(window -> window.rows().size());
        return Step.of("The list of one user, in windows of five", second)
                .sends(2)
                .gives(4);
    }

    private Step<?> stream() {
        Mono<Long> orders = mapper.from(User.class).preload(User_.ORDERS).orderBy(User_.ID.asc()).stream()
                .concatMap(user -> user.orders().count())
                .reduce(0L, Long::sum);
        return Step.of("All users as a stream, a chunk in memory at a time", orders)
                .gives(4500L);
    }
}
