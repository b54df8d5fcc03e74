package dev.kindred.it.touch;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The owner of {@link Book}s, with a composite key. */
@Table("shelves")
record Shelf(
        @Id int room, @Id int number, @UpdatedAt @Nullable LocalDateTime updatedAt) {}
