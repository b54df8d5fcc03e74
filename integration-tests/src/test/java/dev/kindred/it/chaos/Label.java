package dev.kindred.it.chaos;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A pair of an owner and a tag, with the operation that wrote it. */
@Table("labels")
record Label(
        @Id long ownerId,
        @Id long tagId,
        long op,
        @BelongsTo @Nullable Mono<Owner> owner,
        @BelongsTo @Nullable Mono<Tag> tag) {}
