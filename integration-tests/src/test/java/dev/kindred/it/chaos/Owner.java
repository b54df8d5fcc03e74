package dev.kindred.it.chaos;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has a relation of each kind. */
@Table("owners")
record Owner(
        @Id long id,
        @Nullable Long stamp,
        @HasOne @Nullable Mono<Badge> badge,
        @HasMany @Nullable Flux<Slot> slots,
        @HasMany @Nullable Flux<Found> founds,
        @HasMany @Nullable Flux<Label> labels,
        @ManyToMany(through = "labels") @Nullable Flux<Tag> tags,
        @ManyToMany(table = "owner_pin") @Nullable Flux<Tag> pins,
        @ManyToMany(table = "owner_switch") @Nullable Flux<Tag> switches) {

    static Owner of(long id) {
        return new Owner(id, null, null, null, null, null, null, null, null);
    }

    Owner stamped(long op) {
        return new Owner(id, op, badge, slots, founds, labels, tags, pins, switches);
    }
}
