package dev.kindred.it.boot.web;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The passport of a person. */
@Table("documents")
record Passport(
        @Id @GeneratedValue @Nullable Long id,
        @Column("holder_id") Long personId,
        @Column("number_text") String number,
        @BelongsTo @Nullable Mono<Person> person) {}
