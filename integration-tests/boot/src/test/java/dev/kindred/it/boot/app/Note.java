package dev.kindred.it.boot.app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("notes")
public record Note(
        @Id @GeneratedValue @Nullable Long id,
        Long userId,
        String text,
        @BelongsTo @Nullable Mono<User> user) {}
