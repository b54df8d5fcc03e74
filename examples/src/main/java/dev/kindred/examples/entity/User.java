package dev.kindred.examples.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A user, who may have a profile, orders and teams. The profile and the orders reference the user with their column
 * {@code user_id}. The teams are paired with the user by {@link Membership}. The lines are those of all orders.
 */
@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        @HasOne Mono<Profile> profile,
        @HasMany(orderBy = "placedOn desc") Flux<Order> orders,
        @HasMany Flux<Membership> memberships,

        @ManyToMany(through = "memberships", orderBy = "name")
        Flux<Team> teams,

        @Through({"orders", "lines"}) Flux<Line> lines) {

    /** Returns a new user. {@code insert} returns the stored user with an id and live handles. */
    public static User of(String email) {
        return User_.draft(email).build();
    }
}
