package dev.kindred.it.oneof;

import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Has a foreign key for each type of its subject. */
@Table("comments")
public record Comment(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable Long postId,
        @Nullable Long videoId,
        String text,
        @BelongsToOneOf @Nullable Mono<Subject> subject) {

    static Comment of(@Nullable Long postId, @Nullable Long videoId, String text) {
        return new Comment(null, postId, videoId, text, null);
    }
}
