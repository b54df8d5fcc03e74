package dev.kindred.it.architecture.planted.internal.util;

public interface ListUtils {}
