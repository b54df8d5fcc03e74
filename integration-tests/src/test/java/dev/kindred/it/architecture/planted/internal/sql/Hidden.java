package dev.kindred.it.architecture.planted.internal.sql;

public abstract class Hidden<T> {}
