package dev.kindred.it.many;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Has squads over a pivot with columns, badges over two tables, and squads over a pivot with soft deletes. */
@Table("accounts")
public record Account(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @UpdatedAt Instant changedAt,
        @HasMany Flux<Seat> seats,
        @ManyToMany(through = "seats") Flux<Squad> squads,
        @HasMany Flux<Visit> visits,
        @ManyToMany(through = "visits") Flux<Squad> visited,
        @ManyToMany(table = "account_badge") Flux<Badge> badges,
        @ManyToMany(table = "loose_badge") Flux<Badge> loose) {}
