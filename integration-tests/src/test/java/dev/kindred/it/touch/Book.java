package dev.kindred.it.touch;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Touches a {@link Shelf} with a composite foreign key, and has an array column. */
@Table("books")
record Book(
        @Id int room,
        @Id long copy,
        @Nullable Long shelfNumber,
        List<String> authors,

        @BelongsTo(
                touch = true,
                foreignKey = {"room", "shelfNumber"})
        @Nullable
        Mono<Shelf> shelf) {

    static Book of(int room, long copy, @Nullable Long shelfNumber) {
        return new Book(room, copy, shelfNumber, List.of("a", "b"), null);
    }
}
