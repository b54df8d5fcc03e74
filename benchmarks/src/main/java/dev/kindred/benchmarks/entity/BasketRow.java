package dev.kindred.benchmarks.entity;

import java.time.OffsetDateTime;
import java.util.List;

/** A basket with its items, for the peers with hand-written mapping. */
public record BasketRow(long id, String owner, OffsetDateTime createdAt, List<Item> items) {}
