package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import java.time.OffsetDateTime;
import reactor.core.publisher.Flux;

/** A basket as Kindred maps it. */
@Table("baskets")
public record Basket(
        @Id long id,
        String owner,
        OffsetDateTime createdAt,
        @HasMany Flux<Item> items,
        @HasMany Flux<Note> notes,
        @ManyToMany(table = "basket_label") Flux<Label> labels) {}
