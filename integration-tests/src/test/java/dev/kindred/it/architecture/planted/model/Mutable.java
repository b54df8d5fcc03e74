package dev.kindred.it.architecture.planted.model;

public class Mutable {
    int count;
}
