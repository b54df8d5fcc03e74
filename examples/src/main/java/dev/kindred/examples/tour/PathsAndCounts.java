package dev.kindred.examples.tour;

import dev.kindred.examples.entity.Line_;
import dev.kindred.examples.entity.Membership_;
import dev.kindred.examples.entity.Order_;
import dev.kindred.examples.entity.Team_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.model.Aggregate;
import dev.kindred.reactor.ReactiveMapper;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads over paths of relations, and filters and counts by relations to many rows. */
record PathsAndCounts(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Paths, filters and counts";
    }

    @Override
    public String introduction() {
        return "user.lines() is a path: the lines of all orders of a user, in one statement. Filters, counts and sums"
                + " of lists and paths are sub-queries, so each user is returned once.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(path(), filter(), samePair(), counts(), sums(), without());
    }

    private Step<?> path() {
        Mono<Long> lines = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .all()
                .flatMap(User::lines)
                .count();
        return Step.of("The lines of 1,000 users, over their orders", lines)
                .sends(2)
                .gives(9000L);
    }

    private Step<?> filter() {
        Mono<Long> users = mapper.from(User.class)
                .whereHas(
                        User_.ORDERS,
                        orders -> orders.whereHas(Order_.LINES, lines -> lines.where(Line_.ARTICLE.eq("tea"))))
                .count();
        return Step.of("Users with an order of tea", users).sends(1).gives("some of them", count -> count > 0);
    }

    private Step<?> samePair() {
        Mono<Long> owners = mapper.from(User.class)
                .whereHas(
                        User_.TEAMS,
                        teams -> teams.where(Team_.NAME.eq("Team 11"))
                                .where(User_.TEAMS.pivot(Membership_.ROLE.eq("owner"))))
                .count();
        return Step.of("Owners of one team: both conditions are about the same pair", owners)
                .sends(1)
                .gives(10L);
    }

    private Step<?> counts() {
        Aggregate<User, Long> orders = User_.ORDERS.count();
        Flux<Long> most = mapper.from(User.class)
                .with(orders)
                .orderBy(orders.desc(), User_.ID.asc())
                .limit(3)
                .all()
                .map(row -> row.get(orders));
        return Step.of("The users with the most orders", most).sends(1).gives(List.of(9L, 9L, 9L));
    }

    private Step<?> sums() {
        Aggregate<User, @Nullable BigDecimal> pieces = User_.LINES.sum(Line_.QUANTITY);
        Mono<BigDecimal> total = mapper.get(User.class, 9L)
                .flatMapMany(user -> mapper.aggregate(List.of(user), pieces))
                .mapNotNull(row -> row.get(pieces))
                .single();
        return Step.of("A sum over a path, for users that are already loaded", total)
                .sends(2)
                .gives(BigDecimal.valueOf(27));
    }

    private Step<?> without() {
        Mono<Long> users = mapper.from(User.class)
                .where(User_.ID.le(1000L))
                .doesntHave(User_.ORDERS)
                .count();
        return Step.of("Users without an order", users).sends(1).gives(100L);
    }
}
