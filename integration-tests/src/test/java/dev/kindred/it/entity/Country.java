package dev.kindred.it.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent whose relation uses a text that is not its primary key. */
@Table("countries")
public record Country(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable String code,
        String name,

        @HasOne(foreignKey = "countryCode", localKey = "code") @Nullable
        Mono<Flag> flag) {}
