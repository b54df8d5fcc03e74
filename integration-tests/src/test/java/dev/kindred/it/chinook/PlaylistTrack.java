package dev.kindred.it.chinook;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A track in a list; both keys together are its own. */
@Table("playlist_track")
public record PlaylistTrack(
        @Id Integer playlistId,
        @Id Integer trackId,
        @BelongsTo @Nullable Mono<Playlist> playlist,
        @BelongsTo @Nullable Mono<Track> track) {}
