package dev.kindred.benchmarks.entity;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A user as the peers that map by hand build it. */
public record UserRow(long id, String email, boolean active, int score, UUID token, OffsetDateTime createdAt) {}
