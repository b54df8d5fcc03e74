package dev.kindred.it.audit;

import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedBy;
import org.jspecify.annotations.Nullable;

/** A tag of articles. */
@Table("tags")
record Tag(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @CreatedBy @Nullable String createdBy,
        @UpdatedBy @Nullable String updatedBy) {

    static Tag of(String name) {
        return new Tag(null, name, "given", "given");
    }
}
