package dev.kindred.support;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** Belongs to a {@link User} and has an {@link Avatar}. */
@Table("profiles")
public record Profile(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long userId,
        String name,
        @Nullable String telephone,
        @BelongsTo @Nullable Object user,
        @HasOne @Nullable Object avatar) {

    /** Returns a profile without relation handles. */
    public static Profile of(@Nullable Long id, @Nullable Long userId) {
        return new Profile(id, userId, "Jane", null, null, null);
    }
}
