package dev.kindred.it.persist;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A parent with a child that is soft-deleted. */
@Table("permits")
record Permit(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @HasOne @Nullable Mono<Stamp> stamp) {

    static Permit of(String name) {
        return new Permit(null, name, null);
    }

    /** The child. */
    @Table("stamps")
    record Stamp(
            @Id @GeneratedValue @Nullable Long id,
            @Nullable Long permitId,
            String text,
            @SoftDelete @Nullable Instant deletedAt,
            @BelongsTo @Nullable Mono<Permit> permit) {

        static Stamp of(@Nullable Long permitId, String text) {
            return new Stamp(null, permitId, text, null, null);
        }
    }
}
