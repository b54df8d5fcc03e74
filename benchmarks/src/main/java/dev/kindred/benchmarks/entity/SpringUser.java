package dev.kindred.benchmarks.entity;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A user as Spring Data maps it. */
@Table("users")
public record SpringUser(
        @Id @Nullable Long id, String email, boolean active, int score, UUID token, OffsetDateTime createdAt) {

    /** Returns a new user. */
    public static SpringUser of(UserRow row) {
        return new SpringUser(null, row.email(), row.active(), row.score(), row.token(), row.createdAt());
    }

    /** Returns the checksum of a user that was read. */
    public long checksum() {
        return Checksums.user(id, email, active, score, token, createdAt);
    }

    /** Returns the checksum of a newly stored user. */
    public long newChecksum() {
        return id == null ? -1 : Checksums.newUser(email, active, score, token, createdAt);
    }
}
