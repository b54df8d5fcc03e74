package dev.kindred.support;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** The owner of a {@link Profile}. The handle is a plain object, because this module does not depend on Reactor. */
@Table("users")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        @Nullable String nickname,
        int logins,
        @HasOne @Nullable Object profile) {

    /** Returns a user without a relation handle. */
    public static User of(@Nullable Long id) {
        return new User(id, "jane@example.org", null, 0, null);
    }
}
