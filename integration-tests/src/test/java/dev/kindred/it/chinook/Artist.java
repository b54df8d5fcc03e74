package dev.kindred.it.chinook;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** An artist, who has albums. */
@Table("artist")
public record Artist(
        @Id Integer artistId,
        @Nullable String name,
        @HasMany @Nullable Flux<Album> albums,
        @Through({"albums", "tracks", "genre"}) @Nullable Flux<Genre> genres) {}
