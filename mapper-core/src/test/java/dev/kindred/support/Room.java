package dev.kindred.support;

import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** Has a primary key of two columns, and a unique code besides. */
@Table(value = "rooms", schema = "hotel")
public record Room(
        @Id String house,
        @Id @Nullable Integer number,
        String code,

        @HasOne(foreignKey = {"house", "roomNumber"}) @Nullable
        Object booking) {}
