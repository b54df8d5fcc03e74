package dev.kindred.examples.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The picture of a profile. */
@Table("avatars")
public record Avatar(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long profileId,
        String url,
        @BelongsTo Mono<Profile> profile) {

    /** Returns a new avatar of a profile. */
    public static Avatar of(Profile profile, String url) {
        return new Avatar(null, profile.id(), url, Mono.empty());
    }
}
