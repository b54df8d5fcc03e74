package dev.kindred.examples.entity;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** A word that many orders share, such as "gift". */
@Table("tags")
public record Tag(@Id @GeneratedValue @Nullable Long id, String name) {

    /** Returns a new tag. */
    public static Tag of(String name) {
        return new Tag(null, name);
    }
}
