package dev.kindred.examples.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A team of users. */
@Table("teams")
public record Team(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @HasMany Flux<Membership> memberships,
        @ManyToMany(through = "memberships") Flux<User> members) {

    /** Returns a new team. */
    public static Team of(String name) {
        return Team_.draft(name).build();
    }
}
