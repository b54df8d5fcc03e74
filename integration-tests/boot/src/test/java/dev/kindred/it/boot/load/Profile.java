package dev.kindred.it.boot.load;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A profile, as an entity of Kindred. */
@Table("profiles")
public record Profile(@Id @GeneratedValue @Nullable Long id, Long userId, String name) {}
