package dev.kindred.benchmarks.entity;

/** A user with its profile, for the peers with hand-written mapping. */
public record UserWithProfile(UserRow user, ProfileRow profile) {}
