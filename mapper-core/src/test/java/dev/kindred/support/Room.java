package dev.kindred.support;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** Has a composite primary key, and a unique code. */
@Table(value = "rooms", schema = "hotel")
public record Room(
        @Id String house,
        @Id @Nullable Integer number,
        String code,

        @HasOne(foreignKey = {"house", "roomNumber"}) @Nullable
        Object booking) {}
