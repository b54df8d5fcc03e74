package dev.kindred.model;

/** A class like one from an older annotation processor. */
final class EntityModelTests_Silent_ {

    private EntityModelTests_Silent_() {}
}
