package dev.kindred.benchmarks.entity;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sums that every peer computes of what it read, over the same members. */
public final class Checksums {

    private Checksums() {}

    /** Of a user that was read. */
    public static long user(
            @Nullable Long id, String email, boolean active, int score, UUID token, OffsetDateTime createdAt) {
        return 31 * stored(id) + newUser(email, active, score, token, createdAt);
    }

    /** Of a user that was just stored, whose key nobody can foresee. */
    public static long newUser(String email, boolean active, int score, UUID token, OffsetDateTime createdAt) {
        long time = createdAt.toEpochSecond() * 31 + createdAt.getNano();
        return email.hashCode() * 31L + (active ? 7 : 3) + score * 13L + token.getLeastSignificantBits() * 17 + time;
    }

    /** Of a user that was read. */
    public static long of(UserRow row) {
        return user(row.id(), row.email(), row.active(), row.score(), row.token(), row.createdAt());
    }

    /** Of a user that was just stored. */
    public static long ofNew(UserRow row) {
        return row.id() <= 0 ? -1 : newUser(row.email(), row.active(), row.score(), row.token(), row.createdAt());
    }

    /** Of a profile that was read. */
    public static long profile(
            @Nullable Long id, @Nullable Long userId, String name, @Nullable String telephone, String locale) {
        return 37 * stored(id) + 41 * stored(userId) + newProfile(name, telephone, locale);
    }

    /** Of a profile that was read. */
    public static long of(ProfileRow row) {
        return profile(row.id(), row.userId(), row.name(), row.telephone(), row.locale());
    }

    /** Of a profile that was just stored. */
    public static long ofNew(ProfileRow row) {
        return row.id() <= 0 || row.userId() <= 0 ? -1 : newProfile(row.name(), row.telephone(), row.locale());
    }

    /** Of a user and its profile. */
    public static long of(UserWithProfile both) {
        return of(both.user()) + of(both.profile());
    }

    /** Of a profile that was just stored, whose key nobody can foresee. */
    public static long newProfile(String name, @Nullable String telephone, String locale) {
        return name.hashCode() * 43L + (telephone == null ? 5 : telephone.hashCode()) * 47L + locale.hashCode() * 53L;
    }

    /** Of a page of users that knows how many there are altogether. */
    public static long ofPage(long users, long total) {
        return users * 31 + total;
    }

    private static long stored(@Nullable Long key) {
        return key == null ? Long.MIN_VALUE : key;
    }
}
