package dev.kindred.support;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** Has relations to itself, in both directions. */
@Table("employees")
public record Employee(
        @Id long id,
        @Nullable Long managerId,
        @BelongsTo @Nullable Object manager,
        @HasOne(foreignKey = "managerId") @Nullable Object report) {}
