package dev.kindred.examples.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A profile. It belongs to one user and to a language that many profiles share. It may have an avatar. */
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

    /** Returns a new profile of a user. */
    public static Profile of(User user, String name, @Nullable String telephone, String locale) {
        return new Profile(null, user.id(), name, telephone, locale, Mono.empty(), Mono.empty(), Mono.empty());
    }

    /** Returns a copy with another telephone, or with none. Entities are immutable. */
    public Profile withTelephone(@Nullable String changed) {
        return new Profile(id, userId, name, changed, locale, user, language, avatar);
    }
}
