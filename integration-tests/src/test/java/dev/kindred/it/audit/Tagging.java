package dev.kindred.it.audit;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedBy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The pair of an article and a tag. */
@Table("taggings")
record Tagging(
        @Id long articleId,
        @Id long tagId,
        @Nullable String note,
        @CreatedBy @Nullable String createdBy,
        @UpdatedBy @Nullable String updatedBy,
        @BelongsTo @Nullable Mono<Article> article,
        @BelongsTo @Nullable Mono<Tag> tag) {}
