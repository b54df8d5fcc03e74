package dev.kindred.it.entity;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Has dogs, in the order of their keys. */
@Table("kennels")
public record Kennel(
        @Id Long id, String name, @HasMany @Nullable Flux<Dog> dogs) {

    /** The tables of kennels and dogs. */
    public static final String TABLES = """
            create table kennels (id bigint primary key, name text not null);
            create table dogs (
                id bigint generated always as identity primary key,
                kennel_id bigint not null references kennels (id),
                name text not null);
            create index on dogs (kennel_id, id);
            """;

    /** Inserts some kennels with five dogs each. */
    public static String rows(int kennels) {
        return """
                truncate kennels, dogs restart identity;
                insert into kennels select n, 'kennel' from generate_series(1, %d) n;
                insert into dogs (kennel_id, name) select k.id, 'dog' from kennels k, generate_series(1, 5) n;
                """.formatted(kennels);
    }
}
