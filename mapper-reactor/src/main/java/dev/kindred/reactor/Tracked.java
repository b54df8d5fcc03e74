package dev.kindred.reactor;

/**
 * A value, and the position of the primary after the work that emitted it. Immutable. Thread-safe if the value is.
 *
 * @param value the value
 * @param position the signed text of the position, for {@link ReplicaOperations#notBefore}
 */
public record Tracked<T>(T value, String position) {}
