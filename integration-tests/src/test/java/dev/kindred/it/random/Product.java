package dev.kindred.it.random;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import reactor.core.publisher.Flux;

/** The end of paths that meet rows twice. */
@Table("products")
record Product(
        @Id long id,
        String name,
        int price,
        @HasMany Flux<Line> lines,
        @Through({"lines", "order", "user"}) Flux<User> buyers) {}
