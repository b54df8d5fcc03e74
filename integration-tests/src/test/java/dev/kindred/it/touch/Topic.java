package dev.kindred.it.touch;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import dev.kindred.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Belongs to a {@link Board}, which it touches. A {@link Summary} and {@link Pin}s touch the topic. */
@Table("topics")
record Topic(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Integer boardId,
        String title,
        @Version @Nullable Long version,
        @UpdatedAt @Nullable Instant updatedAt,
        @BelongsTo(touch = true) @Nullable Mono<Board> board,
        @HasOne @Nullable Mono<Summary> summary) {

    static Topic of(@Nullable Integer boardId, String title) {
        return new Topic(null, boardId, title, null, null, null, null);
    }

    Topic withTitle(String changed) {
        return new Topic(id, boardId, changed, version, updatedAt, board, summary);
    }
}
