package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Country}. */
@Table("flags")
public record Flag(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable String countryCode,
        String colours,

        @BelongsTo(foreignKey = "countryCode", ownerKey = "code") @Nullable
        Mono<Country> country) {}
