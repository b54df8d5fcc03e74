package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Profile}. */
@Table("avatars")
public record Avatar(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long profileId,
        String url,
        @BelongsTo @Nullable Mono<Profile> profile) {}
