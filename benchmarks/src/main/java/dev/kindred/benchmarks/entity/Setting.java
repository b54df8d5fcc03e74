package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import io.micronaut.data.annotation.MappedEntity;
import java.time.OffsetDateTime;

/** A row with an application-assigned key, as all peers but Hibernate map it. */
@Table("settings")
@org.springframework.data.relational.core.mapping.Table("settings")
@MappedEntity("settings")
public record Setting(
        @Id @org.springframework.data.annotation.Id @io.micronaut.data.annotation.Id
        long id,

        String name,
        String content,
        int revision,
        OffsetDateTime changedAt) {

    /** Returns the checksum. */
    public long checksum() {
        return new Checksum()
                .add(id)
                .add(name)
                .add(content)
                .add(revision)
                .add(changedAt)
                .sum();
    }
}
