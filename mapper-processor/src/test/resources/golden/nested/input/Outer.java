package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

public class Outer {

    private Outer() {}

    @Table
    public record User(@Id Long id, Mood mood, @HasOne Mono<Inner.Profile> profile) {}

    public enum Mood {
        GOOD,
        BAD
    }

    interface Inner {

        @Table
        record Profile(@Id Long id, Long userId, @BelongsTo Mono<User> user) {}
    }
}
