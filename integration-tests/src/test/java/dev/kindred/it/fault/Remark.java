package dev.kindred.it.fault;

import dev.kindred.annotation.BelongsToOneOf;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.it.oneof.Subject;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** References its subject by type and key. The names of the types are the texts of the scripted rows. */
@Table("remarks")
record Remark(
        @Id @GeneratedValue @Nullable Long id,
        @Nullable String kind,
        @Nullable Long number,

        @BelongsToOneOf(
                type = "kind",
                key = "number",
                names = {"text 1=Post", "text 2=Video"})
        @Nullable
        Mono<Subject> subject) {}
