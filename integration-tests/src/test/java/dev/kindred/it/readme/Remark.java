package dev.kindred.it.readme;

import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Mono;

@Table("remarks")
public record Remark(
        @Id long id,
        String subjectType,
        long subjectId,

        @BelongsToOneOf(
                type = "subjectType",
                key = "subjectId",
                names = {"article=Article", "video=Video"})
        Mono<Commentable> subject) {}
