package dev.kindred.it.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent. At most one profile references it. */
@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        @HasOne @Nullable Mono<Profile> profile) {

    public static User of(String email) {
        return new User(null, email, null);
    }
}
