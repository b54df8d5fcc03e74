package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("teams")
public record Team(
        @Id @GeneratedValue Long id,
        String name,
        int budget,
        @Nullable Long ownerId,
        @BelongsTo Mono<Person> owner) {}
