package dev.kindred.it.chinook;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A genre. */
@Table("genre")
public record Genre(@Id Integer genreId, @Nullable String name) {}
