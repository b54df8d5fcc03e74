package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as Micronaut Data maps it. */
@MappedEntity("users")
public record MicronautUser(
        @Id @GeneratedValue @Nullable Long id,
        String email,
        boolean active,
        int score,
        UUID token,
        OffsetDateTime createdAt) {

    /** Returns a new user. */
    public static MicronautUser of(UserRow row) {
        return new MicronautUser(null, row.email(), row.active(), row.score(), row.token(), row.createdAt());
    }

    /** Returns the checksum of a user that was read. */
    public long checksum() {
        return Checksums.user(requireNonNull(id), email, active, score, token, createdAt);
    }

    /** Returns the checksum of a newly stored user. */
    public long newChecksum() {
        return id == null ? -1 : Checksums.newUser(email, active, score, token, createdAt);
    }
}
