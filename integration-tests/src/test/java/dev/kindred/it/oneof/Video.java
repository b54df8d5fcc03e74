package dev.kindred.it.oneof;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Has comments and notes, and can be marked as deleted. */
@Table("videos")
public record Video(
        @Id @GeneratedValue @Nullable Long id,
        String url,
        @SoftDelete @Nullable Instant deletedAt,

        @HasMany(inverse = "subject") @Nullable Flux<Comment> comments,

        @HasMany(inverse = "subject", orderBy = "text desc") @Nullable
        Flux<Note> notes)
        implements Subject {

    static Video of(String url) {
        return new Video(null, url, null, null, null);
    }
}
