package dev.kindred.it.audit;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.SoftDelete;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Touches its author, and has tags over an audited pivot. */
@Table("articles")
record Article(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long authorId,
        String title,
        @CreatedBy @Nullable String createdBy,
        @UpdatedBy @Nullable String updatedBy,
        @SoftDelete @Nullable Instant deletedAt,
        @BelongsTo(touch = true) @Nullable Mono<Author> author,
        @HasMany @Nullable Flux<Tagging> taggings,
        @ManyToMany(through = "taggings") @Nullable Flux<Tag> tags) {

    static Article of(String title) {
        return new Article(null, null, title, "given", "given", null, null, null, null);
    }

    Article titled(String changed) {
        return new Article(id, authorId, changed, "given", "given", deletedAt, author, taggings, tags);
    }

    Article numbered(long number) {
        return new Article(number, authorId, title, "given", "given", deletedAt, author, taggings, tags);
    }
}
