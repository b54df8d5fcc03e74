package dev.kindred.it.chinook;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A playlist. */
@Table("playlist")
public record Playlist(@Id Integer playlistId, @Nullable String name) {}
