package dev.kindred.it.boot.load;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A user, as an entity of Kindred. */
@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        @HasOne @Nullable Mono<Profile> profile) {}
