package dev.kindred.it.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent with a UUID key that the database generates. */
@Table("documents")
public record Document(
        @Id @GeneratedValue @Nullable UUID id,
        String title,
        @HasOne @Nullable Mono<Cover> cover) {}
