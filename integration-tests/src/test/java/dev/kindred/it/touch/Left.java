package dev.kindred.it.touch;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Touches a {@link Right}, which touches another left. */
@Table("lefts")
record Left(
        @Id int id,
        @Nullable Integer rightId,
        @UpdatedAt @Nullable Instant updatedAt,
        @BelongsTo(touch = true) @Nullable Mono<Right> right) {

    static Left of(int id, @Nullable Integer rightId) {
        return new Left(id, rightId, null, null);
    }
}
