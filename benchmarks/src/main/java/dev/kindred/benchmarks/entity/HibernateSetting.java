package dev.kindred.benchmarks.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row with an application-assigned key, as Hibernate maps it. */
@Entity
@Table(name = "settings")
public class HibernateSetting {

    @Id
    private long id;

    private @Nullable String name;
    private @Nullable String content;
    private int revision;

    @Column(name = "changed_at")
    private @Nullable OffsetDateTime changedAt;

    /** Required by Hibernate. */
    protected HibernateSetting() {}

    /** Creates a new setting. */
    public HibernateSetting(Setting row) {
        id = row.id();
        name = row.name();
        content = row.content();
        revision = row.revision();
        changedAt = row.changedAt();
    }

    /** Returns the checksum. */
    public long checksum() {
        return new Checksum()
                .add(id)
                .add(requireNonNull(name))
                .add(requireNonNull(content))
                .add(revision)
                .add(requireNonNull(changedAt))
                .sum();
    }
}
