package dev.kindred.benchmarks.entity;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checksums of the rows that a peer reads. All peers use the same members. */
public final class Checksums {

    private Checksums() {}

    /** Returns the checksum of a user that was read. */
    public static long user(
            @Nullable Long id, String email, boolean active, int score, UUID token, OffsetDateTime createdAt) {
        return 31 * stored(id) + newUser(email, active, score, token, createdAt);
    }

    /** Returns the checksum of a newly stored user, without its generated key. */
    public static long newUser(String email, boolean active, int score, UUID token, OffsetDateTime createdAt) {
        long time = createdAt.toEpochSecond() * 31 + createdAt.getNano();
        return email.hashCode() * 31L + (active ? 7 : 3) + score * 13L + token.getLeastSignificantBits() * 17 + time;
    }

    /** Returns the checksum of a user that was read. */
    public static long of(UserRow row) {
        return user(row.id(), row.email(), row.active(), row.score(), row.token(), row.createdAt());
    }

    /** Returns the checksum of a newly stored user. */
    public static long ofNew(UserRow row) {
        return row.id() <= 0 ? -1 : newUser(row.email(), row.active(), row.score(), row.token(), row.createdAt());
    }

    /** Returns the checksum of a profile that was read. */
    public static long profile(
            @Nullable Long id, @Nullable Long userId, String name, @Nullable String telephone, String locale) {
        return 37 * stored(id) + 41 * stored(userId) + newProfile(name, telephone, locale);
    }

    /** Returns the checksum of a profile that was read. */
    public static long of(ProfileRow row) {
        return profile(row.id(), row.userId(), row.name(), row.telephone(), row.locale());
    }

    /** Returns the checksum of a newly stored profile. */
    public static long ofNew(ProfileRow row) {
        return row.id() <= 0 || row.userId() <= 0 ? -1 : newProfile(row.name(), row.telephone(), row.locale());
    }

    /** Returns the checksum of a user and its profile. */
    public static long of(UserWithProfile both) {
        return of(both.user()) + of(both.profile());
    }

    /** Returns the checksum of a newly stored profile, without its generated key. */
    public static long newProfile(String name, @Nullable String telephone, String locale) {
        return name.hashCode() * 43L + (telephone == null ? 5 : telephone.hashCode()) * 47L + locale.hashCode() * 53L;
    }

    /** Returns the checksum of a basket without its items. */
    public static long basket(long id, String owner, OffsetDateTime createdAt) {
        return 61 * id + owner.hashCode() * 67L + createdAt.toEpochSecond() * 31 + createdAt.getNano();
    }

    /** Returns the checksum of an item. {@code place} is its place in the list of its basket. */
    public static long item(Item item, int place) {
        return item(item.id(), item.basketId(), item.name(), item.note(), item.quantity()) * (place + 1);
    }

    /** Returns the checksum of an item without its place. */
    public static long item(long id, long basketId, String name, @Nullable String note, int quantity) {
        return 71 * id
                + 73 * basketId
                + name.hashCode() * 43L
                + (note == null ? 5 : note.hashCode()) * 47L
                + quantity * 79L;
    }

    /** Returns the checksum of the items of a basket, in their order. */
    public static long items(List<Item> items) {
        long sum = 0;
        for (int place = 0; place < items.size(); place++) {
            sum += item(items.get(place), place);
        }
        return sum;
    }

    /** Returns the checksum of the labels of a basket, in their order. */
    public static long labels(List<Label> labels) {
        long sum = 0;
        for (int place = 0; place < labels.size(); place++) {
            sum += label(labels.get(place).id(), labels.get(place).name(), place);
        }
        return sum;
    }

    /** Returns the checksum of a label. {@code place} is its place in the list of its basket. */
    public static long label(long id, String name, int place) {
        return (id * 83 + name.hashCode() * 43L) * (place + 1);
    }

    /** Returns the checksum of newly stored notes, in their order. */
    public static long newNotes(List<Note> notes) {
        long sum = 0;
        for (int place = 0; place < notes.size(); place++) {
            sum += notes.get(place).newChecksum(place);
        }
        return sum;
    }

    /** Returns the checksum of a page of users and their total number. */
    public static long ofPage(long users, long total) {
        return users * 31 + total;
    }

    private static long stored(@Nullable Long key) {
        return key == null ? Long.MIN_VALUE : key;
    }
}
