package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A track of a playlist, with a composite key of both foreign keys. */
@Table("playlist_track")
public record PlaylistTrack(
        @Id Integer playlistId,
        @Id Integer trackId,
        @BelongsTo @Nullable Mono<Playlist> playlist,
        @BelongsTo @Nullable Mono<Track> track) {}
