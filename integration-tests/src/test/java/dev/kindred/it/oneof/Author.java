package dev.kindred.it.oneof;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Writes posts. */
@Table("authors")
public record Author(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @HasMany @Nullable Flux<Post> posts,

        @Through({"posts", "comments"}) @Nullable Flux<Comment> comments,

        @Through({"posts", "notes"}) @Nullable Flux<Note> notes) {}
