package dev.kindred.it.chinook;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A media type. */
@Table("media_type")
public record MediaType(@Id Integer mediaTypeId, @Nullable String name) {}
