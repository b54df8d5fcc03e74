package dev.kindred.benchmarks.entity;

/** A user with its profile, of the peers that map by hand. */
public record UserWithProfile(UserRow user, ProfileRow profile) {}
