package dev.kindred.it.architecture.planted.query;

public interface ThingImpl {}
