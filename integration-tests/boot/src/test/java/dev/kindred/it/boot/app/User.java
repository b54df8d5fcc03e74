package dev.kindred.it.boot.app;

import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Json;
import dev.kindred.annotation.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        @Column(unique = true) String email,
        @Json @Nullable Badge badge,
        @HasOne @Nullable Mono<Profile> profile,
        @HasMany @Nullable Flux<Note> notes) {

    public static User of(String email) {
        return new User(null, email, null, null, null);
    }

    public record Badge(String color, List<Integer> years) {}
}
