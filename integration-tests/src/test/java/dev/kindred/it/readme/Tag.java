package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

@Table("tags")
public record Tag(
        @Id @GeneratedValue Long id,
        String word,
        @ManyToMany(table = "person_tag") Flux<Person> people) {}
