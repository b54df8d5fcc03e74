package app;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("comments")
public record Comment(
        @Id Long id,
        @Nullable Long postId,
        @Nullable Integer clipCode,
        @Nullable Long replyToId,
        String text,
        String subjectPost,
        @BelongsToOneOf(keys = "VideoClip=clipCode", onDelete = OnDelete.CASCADE, meta = "label=Subject")
                Mono<Commentable> subject,
        @BelongsTo Mono<Comment> replyTo) {}
