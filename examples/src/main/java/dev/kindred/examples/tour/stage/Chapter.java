package dev.kindred.examples.tour.stage;

import java.util.List;

/** A part of the tour. */
public interface Chapter {

    /** Returns what the part is about, in a few words. */
    String title();

    /** Returns what there is to see, in a sentence or two. */
    String introduction();

    /** Returns what is done, one after another. */
    List<Step<?>> steps();
}
