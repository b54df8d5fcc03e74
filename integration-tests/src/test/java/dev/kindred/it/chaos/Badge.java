package dev.kindred.it.chaos;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The one related row of an owner. */
@Table("badges")
record Badge(
        @Id @GeneratedValue @Nullable Long id,
        @Column(unique = true) @Nullable Long ownerId,
        long op,
        @BelongsTo @Nullable Mono<Owner> owner) {

    static Badge of(long op) {
        return new Badge(null, null, op, null);
    }
}
