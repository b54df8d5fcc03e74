package dev.kindred.it.type;

/** Stored as text, and as the PostgreSQL enum {@code mood}. */
public enum Mood {
    SAD,
    OK,
    HAPPY
}
