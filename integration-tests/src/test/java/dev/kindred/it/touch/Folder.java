package dev.kindred.it.touch;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import dev.kindred.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Belongs to another folder, which it touches. */
@Table("folders")
record Folder(
        @Id int id,
        @Nullable Integer parentId,
        String name,
        @Version @Nullable Integer version,
        @UpdatedAt @Nullable Instant updatedAt,
        @BelongsTo(touch = true) @Nullable Mono<Folder> parent) {

    static Folder of(int id, @Nullable Integer parentId) {
        return new Folder(id, parentId, "folder " + id, null, null, null);
    }

    Folder withName(String changed) {
        return new Folder(id, parentId, changed, version, updatedAt, parent);
    }
}
