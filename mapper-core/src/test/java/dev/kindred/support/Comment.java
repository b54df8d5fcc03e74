package dev.kindred.support;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has relations to itself, in both directions. Its rows are soft-deleted. */
@Table("comments")
public record Comment(
        @Id long id,
        @Nullable Long parentId,
        String text,
        @SoftDelete @Nullable Instant deletedAt,
        @BelongsTo @Nullable Object parent,
        @HasOne(foreignKey = "parentId") @Nullable Object reply) {

    /** Returns a comment with a key. */
    public static Comment of(long id) {
        return new Comment(id, null, "text", null, null, null);
    }
}
