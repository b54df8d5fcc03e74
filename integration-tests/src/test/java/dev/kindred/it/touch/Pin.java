package dev.kindred.it.touch;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Touches two topics. Its rows are soft-deleted. */
@Table("pins")
record Pin(
        @Id int id,
        @Nullable Long topicId,
        @Nullable Long besideId,
        @SoftDelete @Nullable Instant deletedAt,
        @BelongsTo(touch = true) @Nullable Mono<Topic> topic,
        @BelongsTo(touch = true) @Nullable Mono<Topic> beside) {

    static Pin of(int id, @Nullable Long topicId, @Nullable Long besideId) {
        return new Pin(id, topicId, besideId, null, null, null);
    }
}
