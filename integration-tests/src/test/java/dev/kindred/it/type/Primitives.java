package dev.kindred.it.type;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Its members are primitive, and the database allows null in most of its columns. */
@Table("primitives")
public record Primitives(
        @Id long id,
        int ownerId,
        byte tiny,
        short small,
        int medium,
        long large,
        float single,
        double twice,
        boolean yes,
        char letter,
        @BelongsTo @Nullable Mono<Owner> owner) {

    static final String TABLES = """
            create table owners (id int primary key);
            create table primitives (id int8 primary key, owner_id int unique, tiny int2, small int2, medium int4,
                large int8, single float4, twice float8, yes bool, letter bpchar(1));
            create table wide (id int8 primary key, tiny int8 not null default 1, small int4 not null default 1,
                medium int8 not null default 1, large numeric not null default 1, single float8 not null default 1,
                twice numeric not null default 1);
            """;

    /** Has primitive members through its relations. */
    @Table("owners")
    public record Owner(
            @Id int id,
            @HasOne @Nullable Mono<Primitives> primitives,
            @HasMany(foreignKey = "ownerId") @Nullable Flux<Primitives> all) {}

    /** Its columns have a wider range than its members. */
    @Table("wide")
    public record Wide(@Id long id, byte tiny, short small, int medium, long large, float single, double twice) {}
}
