package app;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Table("posts")
public record Post(
        @Id @GeneratedValue @Nullable Long id,
        String title,
        @HasMany(inverse = "subject", orderBy = "text desc", onDelete = OnDelete.CASCADE) Flux<Comment> comments,
        @HasMany(inverse = "subject") Flux<Note> notes,
        @HasOne(inverse = "subject", latestBy = "id") Mono<Note> lastNote)
        implements Commentable {}
