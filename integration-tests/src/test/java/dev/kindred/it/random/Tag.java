package dev.kindred.it.random;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** A related entity over a pivot table without an entity. */
@Table("tags")
record Tag(
        @Id long id,
        String word,
        @ManyToMany(table = "user_tag") Flux<User> users) {}
