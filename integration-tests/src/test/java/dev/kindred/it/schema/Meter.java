package dev.kindred.it.schema;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent of many rows. One relation resolves to the latest row, the other to any row. */
@Table("meters")
public record Meter(
        @Id @GeneratedValue @Nullable Long id,
        @HasOne(latestBy = "takenAt") @Nullable Mono<Reading> lastReading,
        @HasOne @Nullable Mono<Reading> reading) {

    /** The child. */
    @Table("readings")
    public record Reading(
            @Id @GeneratedValue @Nullable Long id, @Nullable Long meterId, Instant takenAt) {}
}
