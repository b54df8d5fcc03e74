package dev.kindred.internal.model;

/** The member of an entity for a relation to one of several types. */
public interface HandleOfTypes {

    /** Returns the handle of the type at {@code position}. */
    Object handle(int position);
}
