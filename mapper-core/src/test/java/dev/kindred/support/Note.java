package dev.kindred.support;

import dev.kindred.annotation.CreatedAt;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ReadOnly;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import dev.kindred.annotation.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Has a column of every trait. */
@Table("notes")
public record Note(
        @Id @GeneratedValue @Nullable Long id,
        @Version @Nullable Integer version,
        String text,
        @ReadOnly @Nullable Integer length,
        @GeneratedValue @Nullable String slug,
        @CreatedAt @Nullable Instant createdAt,
        @UpdatedAt @Nullable LocalDateTime updatedAt) {

    /** Returns a note with only its key, version and text. */
    public static Note of(@Nullable Long id, @Nullable Integer version, String text) {
        return new Note(id, version, text, null, null, null, null);
    }
}
