package dev.kindred.examples.tour.stage;

import java.util.List;

/** A chapter of the tour. */
public interface Chapter {

    /** Returns the title. */
    String title();

    /** Returns an introduction of one or two sentences. */
    String introduction();

    /** Returns the steps, in order. */
    List<Step<?>> steps();
}
