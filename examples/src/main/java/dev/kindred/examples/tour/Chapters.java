package dev.kindred.examples.tour;

import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;

/** The chapters, in order. */
public final class Chapters {

    private Chapters() {}

    /**
     * Returns the chapters. They need at least 1,000 people with the orders and teams of {@code
     * dev.kindred.examples.data.Orders}.
     */
    public static List<Chapter> of(ReactiveMapper mapper) {
        return List.of(
                new Reading(mapper),
                new Siblings(mapper),
                new BothSides(mapper),
                new KnownOrNot(mapper),
                new Writing(mapper),
                new WritingThroughRelations(mapper),
                new Lists(mapper),
                new Pairs(mapper),
                new PathsAndCounts(mapper),
                new WritingLists(mapper),
                new WritingPairs(mapper));
    }
}
