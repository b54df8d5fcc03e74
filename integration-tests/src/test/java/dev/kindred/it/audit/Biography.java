package dev.kindred.it.audit;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedBy;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The biography of an author. */
@Table("biographies")
record Biography(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long authorId,
        String text,
        @CreatedBy @Nullable String createdBy,
        @UpdatedBy @Nullable String updatedBy,
        @BelongsTo @Nullable Mono<Author> author) {

    static Biography of(String text) {
        return new Biography(null, null, text, "given", "given", null);
    }
}
