package dev.kindred.examples.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Belongs to one user and is written in one language; many profiles share a language. May have an avatar. */
@Table("profiles")
public record Profile(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long userId,
        String name,
        @Nullable String telephone,
        String locale,
        @BelongsTo Mono<User> user,
        @BelongsTo(foreignKey = "locale") Mono<Language> language,
        @HasOne Mono<Avatar> avatar) {

    /** The profile of a user, not in the database yet. */
    public static Profile of(User user, String name, @Nullable String telephone, String locale) {
        return new Profile(null, user.id(), name, telephone, locale, Mono.empty(), Mono.empty(), Mono.empty());
    }

    /** The same profile with another telephone, or none. The mapper never changes an instance, and neither does this. */
    public Profile withTelephone(@Nullable String changed) {
        return new Profile(id, userId, name, changed, locale, user, language, avatar);
    }
}
