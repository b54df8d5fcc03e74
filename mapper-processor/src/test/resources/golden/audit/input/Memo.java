package app;

import dev.kindred.annotation.CreatedAt;
import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedBy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Table
public record Memo(
        @Id Long id,
        String text,
        @CreatedAt Instant createdAt,
        @CreatedBy @Nullable String createdBy,
        @UpdatedBy Author updatedBy) {

    /** Several members of one kind, and auditors that are numbers. */
    @Table
    public record Copy(
            @Id Long id,
            @CreatedBy long first,
            @CreatedBy UUID second,
            @UpdatedBy Integer changed) {}
}
