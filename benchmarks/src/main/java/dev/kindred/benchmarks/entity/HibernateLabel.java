package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A label as Hibernate maps it. */
@Entity
@Table(name = "labels")
public class HibernateLabel {

    @Id
    private @Nullable Long id;

    private @Nullable String name;

    /** Required by Hibernate. */
    protected HibernateLabel() {}

    /** Returns the primary key. */
    public long id() {
        return requireNonNull(id);
    }

    /** Returns the checksum of a label. {@code place} is its place in the list of its basket. */
    public long checksum(int place) {
        return Checksums.label(requireNonNull(id), requireNonNull(name), place);
    }
}
