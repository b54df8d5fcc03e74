package dev.kindred.it.security;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Its key is a text, as those of all entities here: a hostile value can also come from the database. */
@Table("owners")
public record Owner(
        @Id String id,
        String name,
        @HasOne @Nullable Mono<Badge> badge,
        @HasMany @Nullable Flux<Item> items,
        @HasMany @Nullable Flux<Label> labels,

        @ManyToMany(through = "labels") @Nullable Flux<Tag> tags) {

    static Owner of(String id, String name) {
        return new Owner(id, name, null, null, null, null);
    }
}
