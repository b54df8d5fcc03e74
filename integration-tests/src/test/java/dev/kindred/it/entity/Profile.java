package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link User}, and a parent of {@link Avatar}. */
@Table("profiles")
public record Profile(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long userId,
        String name,
        @Nullable String telephone,
        String locale,
        @BelongsTo @Nullable Mono<User> user,
        @HasOne @Nullable Mono<Avatar> avatar) {

    public static Profile of(@Nullable Long userId, String name) {
        return new Profile(null, userId, name, null, "en", null, null);
    }
}
