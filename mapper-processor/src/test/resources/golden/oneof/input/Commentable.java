package app;

public sealed interface Commentable permits Post, VideoClip {}
