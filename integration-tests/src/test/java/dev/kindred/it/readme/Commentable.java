package dev.kindred.it.readme;

public sealed interface Commentable permits Article, Video {}
