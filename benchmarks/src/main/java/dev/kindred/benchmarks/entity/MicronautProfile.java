package dev.kindred.benchmarks.entity;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Relation;
import org.jspecify.annotations.Nullable;

/** A profile as Micronaut Data maps it. */
@MappedEntity("profiles")
public record MicronautProfile(
        @Id @GeneratedValue @Nullable Long id,
        @Relation(Relation.Kind.ONE_TO_ONE) MicronautUser user,
        String name,
        @Nullable String telephone,
        String locale) {

    /** Returns a new profile. */
    public static MicronautProfile of(MicronautUser user, ProfileRow row) {
        return new MicronautProfile(null, user, row.name(), row.telephone(), row.locale());
    }

    /** Returns the checksum of a profile that was read with its user. */
    public long checksumOfBoth() {
        return user.checksum() + Checksums.profile(id, user.id(), name, telephone, locale);
    }

    /** Returns the checksum of a newly stored profile. */
    public long newChecksum() {
        return id == null || user.id() == null ? -1 : Checksums.newProfile(name, telephone, locale);
    }
}
