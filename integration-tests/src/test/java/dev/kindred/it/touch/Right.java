package dev.kindred.it.touch;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Touches a {@link Left}, which touches another right. */
@Table("rights")
record Right(
        @Id int id,
        @Nullable Integer leftId,
        @UpdatedAt @Nullable Instant updatedAt,
        @BelongsTo(touch = true) @Nullable Mono<Left> left) {

    static Right of(int id, @Nullable Integer leftId) {
        return new Right(id, leftId, null, null);
    }
}
