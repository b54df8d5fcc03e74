package dev.kindred.it.chinook;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A playlist with tracks. */
@Table("playlist")
public record Playlist(
        @Id Integer playlistId,
        @Nullable String name,
        @HasMany @Nullable Flux<PlaylistTrack> entries,
        @ManyToMany(through = "entries") @Nullable Flux<Track> tracks) {}
