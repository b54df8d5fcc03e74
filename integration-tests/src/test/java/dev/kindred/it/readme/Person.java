package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import reactor.core.publisher.Flux;

@Table("people")
public record Person(
        @Id @GeneratedValue Long id,
        String name,
        @HasMany Flux<Membership> memberships,

        @ManyToMany(through = "memberships", orderBy = "name")
        Flux<Team> teams,

        @ManyToMany(table = "person_tag") Flux<Tag> tags,
        @Through({"teams", "owner"}) Flux<Person> bosses) {}
