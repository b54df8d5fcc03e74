package dev.kindred.it.chinook;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A genre, which has tracks. */
@Table("genre")
public record Genre(
        @Id Integer genreId,
        @Nullable String name,
        @HasMany @Nullable Flux<Track> tracks) {}
