package dev.kindred.benchmarks.entity;

import org.jspecify.annotations.Nullable;

/** A profile, for the peers with hand-written mapping. */
public record ProfileRow(
        long id, long userId, String name, @Nullable String telephone, String locale) {}
