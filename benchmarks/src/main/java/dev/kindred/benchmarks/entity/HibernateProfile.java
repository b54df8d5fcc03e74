package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A profile as Hibernate maps it. */
@Entity
@Table(name = "profiles")
public class HibernateProfile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "profiles_hilo")
    @SequenceGenerator(name = "profiles_hilo", sequenceName = "profiles_hilo", allocationSize = 50)
    private @Nullable Long id;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable HibernateUser user;

    private @Nullable String name;
    private @Nullable String telephone;
    private @Nullable String locale;

    /** Required by Hibernate. */
    protected HibernateProfile() {}

    /** Creates a new profile of {@code user}. */
    public HibernateProfile(HibernateUser user, ProfileRow row) {
        this.user = user;
        name = row.name();
        telephone = row.telephone();
        locale = row.locale();
    }

    /** Returns the checksum of a profile that was read with its user. */
    public long checksumOfBoth() {
        HibernateUser owner = requireNonNull(user);
        return owner.checksum()
                + Checksums.profile(id, owner.id(), requireNonNull(name), telephone, requireNonNull(locale));
    }

    /** Returns the checksum of a newly stored profile. */
    public long newChecksum() {
        return id == null || user == null || user.id() == null
                ? -1
                : Checksums.newProfile(requireNonNull(name), telephone, requireNonNull(locale));
    }

    /** Returns the primary key of the user, which must be stored. */
    public long userId() {
        return requireNonNull(user).storedId();
    }
}
