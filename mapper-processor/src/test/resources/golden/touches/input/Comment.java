package app;

import dev.kindred.annotation.*;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

@Table("comments")
public record Comment(
        @Id @GeneratedValue Long id,
        Long postId,
        @Nullable Long parentId,
        @UpdatedAt Instant updatedAt,
        @BelongsTo(touch = true, onDelete = OnDelete.CASCADE) Mono<Post> post,
        @BelongsTo(touch = true) Mono<Comment> parent,
        @BelongsTo(touch = false, foreignKey = "postId") Mono<Post> untouched) {}
