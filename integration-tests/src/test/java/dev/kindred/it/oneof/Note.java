package dev.kindred.it.oneof;

import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Has the name of the type of its subject, and the key. */
@Table("notes")
public record Note(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable String subjectType,
        @Nullable Long subjectId,
        String text,

        @BelongsToOneOf(
                type = "subjectType",
                key = "subjectId",
                names = {"post=Post", "video=Video"})
        @Nullable
        Mono<Subject> subject) {

    static Note of(@Nullable String type, @Nullable Long subjectId, String text) {
        return new Note(null, type, subjectId, text, null);
    }
}
