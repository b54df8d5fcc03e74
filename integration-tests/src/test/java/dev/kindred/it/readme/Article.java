package dev.kindred.it.readme;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

@Table("articles")
public record Article(
        @Id @GeneratedValue Long id,
        String title,

        @HasMany(inverse = "subject", onDelete = OnDelete.CASCADE)
        Flux<Comment> comments)
        implements Commentable {}
