package dev.kindred.support;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** Belongs to a {@link Profile}. Its foreign key is narrower than the referenced key. */
@Table("avatars")
public record Avatar(
        @Id long id,
        int profileId,
        String url,
        @BelongsTo @Nullable Object profile) {}
