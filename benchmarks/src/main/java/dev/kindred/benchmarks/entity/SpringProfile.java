package dev.kindred.benchmarks.entity;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A profile as Spring Data maps it. */
@Table("profiles")
public record SpringProfile(
        @Id @Nullable Long id,
        @Nullable Long userId,
        String name,
        @Nullable String telephone,
        String locale) {

    /** Returns a new profile. */
    public static SpringProfile of(@Nullable Long userId, ProfileRow row) {
        return new SpringProfile(null, userId, row.name(), row.telephone(), row.locale());
    }

    /** Returns the checksum of a profile that was read. */
    public long checksum() {
        return Checksums.profile(id, userId, name, telephone, locale);
    }

    /** Returns the checksum of a newly stored profile. */
    public long newChecksum() {
        return id == null || userId == null ? -1 : Checksums.newProfile(name, telephone, locale);
    }
}
