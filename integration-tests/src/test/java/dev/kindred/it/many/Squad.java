package dev.kindred.it.many;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The related rows of an account. A closed squad is hidden. */
@Table("squads")
public record Squad(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @SoftDelete @Nullable Instant closedAt,
        @HasMany Flux<Seat> seats,
        @ManyToMany(through = "seats") Flux<Account> accounts,
        @HasMany Flux<Visit> visits,
        @ManyToMany(through = "visits") Flux<Account> visitors) {}
