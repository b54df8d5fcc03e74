package dev.kindred.examples.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A user, who may have a profile. The profile references the user with its column {@code user_id}. */
@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        @HasOne Mono<Profile> profile) {

    /** Returns a new user. {@code insert} returns the stored user with an id and a live handle. */
    public static User of(String email) {
        return User_.draft(email).build();
    }
}
