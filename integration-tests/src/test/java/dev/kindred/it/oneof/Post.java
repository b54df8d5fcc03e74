package dev.kindred.it.oneof;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has comments and notes. */
@Table("posts")
public record Post(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long authorId,
        String title,
        @BelongsTo @Nullable Mono<Author> author,

        @HasMany(inverse = "subject", onDelete = OnDelete.CASCADE) @Nullable
        Flux<Comment> comments,

        @HasMany(inverse = "subject") @Nullable Flux<Note> notes,

        @HasOne(inverse = "subject", latestBy = "id") @Nullable
        Mono<Note> lastNote)
        implements Subject {

    static Post of(String title) {
        return new Post(null, null, title, null, null, null, null);
    }
}
