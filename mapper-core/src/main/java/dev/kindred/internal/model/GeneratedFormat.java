package dev.kindred.internal.model;

/** What the annotation processor and the library agree on. */
public final class GeneratedFormat {

    /**
     * The number of the format that this version of the library reads. The annotation processor writes it into each
     * generated class.
     */
    public static final int NUMBER = 1;

    /** The word for a primitive member in the text of the traits. */
    public static final String PRIMITIVE = "PRIMITIVE";

    private GeneratedFormat() {}
}
