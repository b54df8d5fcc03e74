package dev.kindred.examples.data;

import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Membership;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.Team;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.reactor.ReactiveMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Inserts orders and teams of the first 1,000 users. A user whose id ends with 0 has no order, one whose id ends with 9
 * has nine. Each order has two lines. A user is in one or two of 20 teams, and every fiftieth is an owner there.
 */
public final class Orders {

    private static final int USERS = 1000;
    private static final int TEAMS = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final List<String> ARTICLES = List.of("tea", "rice", "salt", "pepper", "cinnamon");

    private final ReactiveMapper mapper;

    /** Uses {@code mapper} for all writes. */
    public Orders(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    /** Inserts the rows of the users that exist, in one transaction. */
    public Mono<Void> insert() {
        Flux<User> users = mapper.from(User.class)
                .where(User_.ID.le((long) USERS))
                .orderBy(User_.ID.asc())
                .all();
        return mapper.insertAll(IntStream.rangeClosed(1, TEAMS)
                        .mapToObj(number -> Team.of("Team " + number))
                        .toList())
                .thenMany(mapper.insertAll(users.concatMapIterable(Orders::ordersOf), Order_.LINES, Orders::linesOf))
                .thenMany(mapper.insertAll(users.concatMapIterable(Orders::membershipsOf)))
                .then()
                .as(mapper::transactional);
    }

    private static List<Order> ordersOf(User user) {
        long id = id(user);
        return IntStream.range(0, (int) (id % 10))
                .mapToObj(n -> Order.of("N-" + id + "-" + n, FIRST_DAY.plusDays(n), total(id, n))
                        .of(id))
                .toList();
    }

    private static int total(long user, int number) {
        return 3 * price(user + number);
    }

    private static int price(long seed) {
        return (int) (1 + seed % 50);
    }

    private static List<Line> linesOf(Order order) {
        int price = order.total() / 3;
        return List.of(
                Line.of(null, ARTICLES.get(price % ARTICLES.size()), 1, price),
                Line.of(null, ARTICLES.get((price + 1) % ARTICLES.size()), 2, price));
    }

    private static List<Membership> membershipsOf(User user) {
        long id = id(user);
        String role = id % 50 == 0 ? "owner" : "member";
        return Stream.of(id % TEAMS, id * 7 % TEAMS)
                .distinct()
                .map(team -> Membership.of(id, team + 1, role))
                .toList();
    }

    private static long id(User user) {
        return user.id() == null ? 0 : user.id();
    }
}
