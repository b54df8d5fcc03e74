package dev.kindred.it.architecture.planted.stray;

public interface Stray {}
