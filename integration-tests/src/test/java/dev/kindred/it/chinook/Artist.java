package dev.kindred.it.chinook;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** An artist, who has albums. */
@Table("artist")
public record Artist(@Id Integer artistId, @Nullable String name) {}
