package dev.kindred.examples.tour;

import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;

/** The chapters, in their order. */
public final class Chapters {

    private Chapters() {}

    /** Returns the chapters; they expect 1,000 people at least, as {@code dev.kindred.examples.data.People} invents them. */
    public static List<Chapter> of(ReactiveMapper mapper) {
        return List.of(
                new Reading(mapper),
                new Siblings(mapper),
                new BothSides(mapper),
                new KnownOrNot(mapper),
                new Writing(mapper),
                new WritingThroughRelations(mapper));
    }
}
