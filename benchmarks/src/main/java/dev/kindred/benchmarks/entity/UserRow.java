package dev.kindred.benchmarks.entity;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A user, for the peers with hand-written mapping. */
public record UserRow(long id, String email, boolean active, int score, UUID token, OffsetDateTime createdAt) {}
