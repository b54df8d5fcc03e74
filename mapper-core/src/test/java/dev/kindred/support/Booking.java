package dev.kindred.support;

import dev.kindred.annotation.BelongsTo;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** Belongs to a {@link Room} in two ways: by the composite primary key, and by the code. */
@Table(value = "bookings", schema = "hotel")
public record Booking(
        @Id long id,
        @Nullable String house,
        @Nullable Long roomNumber,
        @Nullable String roomCode,

        @BelongsTo(foreignKey = {"house", "roomNumber"}) @Nullable
        Object room,

        @BelongsTo(foreignKey = "roomCode", ownerKey = "code") @Nullable
        Object coded) {}
