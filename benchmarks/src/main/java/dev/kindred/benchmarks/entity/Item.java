package dev.kindred.benchmarks.entity;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** An item of a basket, for Kindred and for the peers with hand-written mapping. */
@Table("items")
public record Item(
        @Id long id, long basketId, String name, @Nullable String note, int quantity) {}
