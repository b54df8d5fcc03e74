package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** A shelf with many books, the latest first, as Kindred maps it. */
@Table("shelves")
public record Shelf(
        @Id long id,
        @HasMany(orderBy = "placed desc") Flux<Book> books,
        @ManyToMany(table = "shelf_label") Flux<Label> labels) {}
