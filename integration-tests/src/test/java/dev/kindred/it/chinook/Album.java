package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Belongs to an artist. */
@Table("album")
public record Album(
        @Id Integer albumId,
        String title,
        Integer artistId,
        @BelongsTo @Nullable Mono<Artist> artist) {}
