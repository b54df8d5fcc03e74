package dev.kindred.it.path;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A related entity that can be marked as deleted. */
@Table("teams")
public record Team(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        int budget,
        @Nullable Long ownerId,
        @SoftDelete @Nullable Instant closedAt,
        @BelongsTo Mono<Person> owner,
        @HasMany Flux<Membership> memberships,
        @ManyToMany(through = "memberships") Flux<Person> members,
        @Through({"members", "latest"}) Flux<Purchase> lastPurchases,
        @Through({"members", "latest", "invoice"}) Flux<Invoice> lastInvoices) {}
