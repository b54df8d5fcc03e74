package dev.kindred.it.entity;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A child of {@link Document}. */
@Table("covers")
public record Cover(
        @Id Long id,
        @Nullable UUID documentId,
        @BelongsTo @Nullable Mono<Document> document) {}
