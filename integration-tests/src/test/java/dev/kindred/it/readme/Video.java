package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

@Table("videos")
public record Video(
        @Id @GeneratedValue Long id,
        String url,
        @HasMany(inverse = "subject") Flux<Comment> comments) implements Commentable {}
