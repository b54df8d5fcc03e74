package dev.kindred.model;

/** Stands for a class that an older annotation processor wrote. */
final class EntityModelTests_Silent_ {

    private EntityModelTests_Silent_() {}
}
