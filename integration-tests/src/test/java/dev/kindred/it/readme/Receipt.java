package dev.kindred.it.readme;

import dev.kindred.annotation.CreatedAt;
import dev.kindred.annotation.CreatedBy;
import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.UpdatedAt;
import dev.kindred.annotation.UpdatedBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Has the times and the names of its writes. */
@Table("receipts")
public record Receipt(
        @Id @GeneratedValue @Nullable Long id,
        String number,
        @CreatedAt @Nullable Instant createdAt,
        @UpdatedAt @Nullable Instant updatedAt,
        @CreatedBy @Nullable String createdBy,
        @UpdatedBy @Nullable String updatedBy) {}
