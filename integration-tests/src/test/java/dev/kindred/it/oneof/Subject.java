package dev.kindred.it.oneof;

/** What comments and notes are about. */
public sealed interface Subject permits Post, Video {}
