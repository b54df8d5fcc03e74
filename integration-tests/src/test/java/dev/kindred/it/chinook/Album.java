package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Belongs to an artist and has tracks. */
@Table("album")
public record Album(
        @Id Integer albumId,
        String title,
        Integer artistId,
        @BelongsTo @Nullable Mono<Artist> artist,
        @HasMany @Nullable Flux<Track> tracks) {}
