package dev.kindred.examples.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A user, who may have a profile. The row of the profile points here, with its {@code user_id}. */
@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        @HasOne Mono<Profile> profile) {

    /** A user who is not in the database yet; {@code insert} returns the one with an id and a live handle. */
    public static User of(String email) {
        return User_.draft(email).build();
    }
}
