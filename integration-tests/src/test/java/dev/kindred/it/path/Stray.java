package dev.kindred.it.path;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

/** Uses the table of an entity, and the table of another relation with other columns. */
@Table("strays")
public record Stray(
        @Id long id,
        @ManyToMany(table = "memberships") Flux<Person> members,
        @ManyToMany(table = "person_tag") Flux<Person> tagged) {}
