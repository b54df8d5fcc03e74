package dev.kindred.it.touch;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The owner of {@link Topic}s, without a version. */
@Table("boards")
record Board(@Id int id, @UpdatedAt @Nullable Instant updatedAt) {}
