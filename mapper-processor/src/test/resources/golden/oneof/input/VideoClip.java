package app;

import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import reactor.core.publisher.Flux;

@Table("videos")
public record VideoClip(
        @Id long code,
        @HasMany(inverse = "subject") Flux<Comment> comments,
        @HasMany(inverse = "subject") Flux<Note> notes)
        implements Commentable {}
