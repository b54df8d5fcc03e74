package dev.kindred.support;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Touches a note, and the reply that it answers. */
@Table("replies")
public record Reply(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long noteId,
        @Nullable Long answeredId,
        @UpdatedAt @Nullable Instant updatedAt,
        @BelongsTo(touch = true) @Nullable Object note,
        @BelongsTo(touch = true) @Nullable Object answered) {

    /** Returns a reply with its keys. */
    public static Reply of(@Nullable Long id, @Nullable Long noteId, @Nullable Long answeredId) {
        return new Reply(id, noteId, answeredId, null, null, null);
    }
}
