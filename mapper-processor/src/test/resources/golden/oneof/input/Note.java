package app;

import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.Column;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("notes")
public record Note(
        @Id Long id,
        @Column("subject_type") String subjectType,
        long subjectId,
        @BelongsToOneOf(type = "subjectType", key = "subjectId", names = {"post=Post", "clip=VideoClip"})
                @Nullable Mono<Commentable> subject) {}
