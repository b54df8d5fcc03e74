package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as Hibernate maps it. It has no relation, because a lazy inverse one-to-one would need a statement for each
 * row.
 */
@Entity
@Table(name = "users")
public class HibernateUser {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "users_hilo")
    @SequenceGenerator(name = "users_hilo", sequenceName = "users_hilo", allocationSize = 50)
    private @Nullable Long id;

    private @Nullable String email;
    private boolean active;
    private int score;
    private @Nullable UUID token;

    @Column(name = "created_at")
    private @Nullable OffsetDateTime createdAt;

    /** Required by Hibernate. */
    protected HibernateUser() {}

    /** Creates a new user. */
    public HibernateUser(UserRow row) {
        email = row.email();
        active = row.active();
        score = row.score();
        token = row.token();
        createdAt = row.createdAt();
    }

    /** Returns the checksum of a user that was read. */
    public long checksum() {
        return Checksums.user(
                id, requireNonNull(email), active, score, requireNonNull(token), requireNonNull(createdAt));
    }

    /** Returns the checksum of a newly stored user. */
    public long newChecksum() {
        return id == null
                ? -1
                : Checksums.newUser(
                        requireNonNull(email), active, score, requireNonNull(token), requireNonNull(createdAt));
    }

    /** Returns the primary key. */
    public @Nullable Long id() {
        return id;
    }

    /** Returns the primary key of a stored user. */
    public long storedId() {
        return requireNonNull(id);
    }
}
