package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("comments")
public record Comment(
        @Id @GeneratedValue Long id,
        @Nullable Long articleId,
        @Nullable Long videoId,
        String text,
        @BelongsToOneOf Mono<Commentable> subject) {}
