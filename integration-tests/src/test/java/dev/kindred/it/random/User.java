package dev.kindred.it.random;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has relations of every kind. */
@Table("users")
record User(
        @Id long id,
        String name,
        @Nullable Integer age,
        @SoftDelete @Nullable Instant goneAt,

        @HasMany(orderBy = "day desc") Flux<Order> orders,
        @HasOne(latestBy = "day") Mono<Order> latest,

        @HasMany(scope = Large.class, orderBy = "total desc")
        Flux<Order> large,

        @HasMany Flux<Membership> memberships,

        @ManyToMany(through = "memberships", orderBy = "name")
        Flux<Team> teams,

        @HasMany(scope = Leading.class) Flux<Membership> leading,

        @ManyToMany(through = "leading", orderBy = "budget desc")
        Flux<Team> led,

        @HasMany(foreignKey = "ownerId") Flux<Team> owned,

        @ManyToMany(table = "user_tag", orderBy = "word desc")
        Flux<Tag> tags,

        @HasMany(foreignKey = "followerId") Flux<Follow> followed,
        @HasMany(foreignKey = "followeeId") Flux<Follow> followedBy,
        @ManyToMany(through = "followed") Flux<User> following,
        @ManyToMany(through = "followedBy") Flux<User> followers,
        @Through({"orders", "lines"}) Flux<Line> lines,

        @Through(
                value = {"orders", "lines", "product"},
                orderBy = "price desc")
        Flux<Product> products,

        @Through({"teams", "owner"}) Flux<User> bosses,
        @Through({"latest", "lines"}) Flux<Line> latestLines) {}
