package dev.kindred.internal.model;

/** What the annotation processor and the library agree on. */
public final class GeneratedFormat {

    /**
     * The number of the format that this version of the library reads. The annotation processor writes it into each
     * generated class. Increase it with each incompatible change of {@code GeneratedModel} or of a class that generated
     * code uses from this package: no tool compares internal classes with the previous release.
     */
    public static final int NUMBER = 1;

    /** The word for a primitive member in the text of the traits. */
    public static final String PRIMITIVE = "PRIMITIVE";

    private GeneratedFormat() {}
}
