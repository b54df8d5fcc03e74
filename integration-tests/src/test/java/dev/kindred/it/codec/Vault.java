package dev.kindred.it.codec;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entities whose codecs have state. */
final class Vault {

    static final String TABLES = """
            create extension if not exists citext;
            create table safes (id bigint primary key, secret bytea not null, hint bytea);
            create table holders (token citext primary key, name text not null);
            create table cards (id bigint primary key, holder_token citext not null);
            """;

    static final String EMPTY = "truncate safes, holders, cards";

    private Vault() {}

    /** Its members name no codec. */
    @Table("safes")
    record Safe(@Id long id, Secret secret, @Nullable Secret hint) {

        static Safe of(long id, String secret) {
            return new Safe(id, new Secret(secret), null);
        }
    }

    /** The server ignores the case of its key. */
    @Table("holders")
    record Holder(
            @Id @Column(type = "citext") Token token,
            String name,
            @HasMany @Nullable Flux<Card> cards) {

        static Holder of(String token, String name) {
            return new Holder(new Token(token), name, null);
        }
    }

    /** Its foreign key may differ in case. */
    @Table("cards")
    record Card(
            @Id long id,
            @Column(type = "citext") Token holderToken,
            @BelongsTo @Nullable Mono<Holder> holder) {}
}
