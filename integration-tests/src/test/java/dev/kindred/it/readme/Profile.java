package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("profiles")
public record Profile(
        @Id @GeneratedValue Long id,
        @Nullable Long userId,
        String name,
        @Nullable String telephone,
        @Column(defaultValue = "'en'") String locale,
        @BelongsTo Mono<User> user) {}
