package dev.kindred.it.security;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The link of an owner and a tag. */
@Table("labels")
public record Label(
        @Id String ownerId,
        @Id String tagId,
        @Nullable String note,
        @BelongsTo @Nullable Mono<Owner> owner,
        @BelongsTo @Nullable Mono<Tag> tag) {}
