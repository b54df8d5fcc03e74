package dev.kindred.benchmarks.entity;

import org.jspecify.annotations.Nullable;

/** A profile as the peers that map by hand build it. */
public record ProfileRow(
        long id, long userId, String name, @Nullable String telephone, String locale) {}
