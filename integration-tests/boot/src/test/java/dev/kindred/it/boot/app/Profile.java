package dev.kindred.it.boot.app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("profiles")
public record Profile(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long userId,
        String name,
        @BelongsTo @Nullable Mono<User> user) {}
