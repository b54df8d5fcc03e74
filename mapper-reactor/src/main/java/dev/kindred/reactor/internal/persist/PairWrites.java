package dev.kindred.reactor.internal.persist;

import dev.kindred.internal.persist.LinkWrites;
import dev.kindred.model.ManyToManyRelation;
import dev.kindred.model.PivotRelation;
import dev.kindred.model.Relation;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements that write the pairs of each relation, created once for the relation. Thread-safe. */
public final class PairWrites {

    private final Clock clock;
    private final Map<Relation<?, ?>, LinkWrites<?, ?, ?>> writes = new ConcurrentHashMap<>();

    /** Creates statements whose audit times come from {@code clock}. */
    public PairWrites(Clock clock) {
        this.clock = clock;
    }

    /** Returns the writes of {@code relation}. */
    @SuppressWarnings("unchecked") // the writes of a relation have its types
    public <E, R> LinkWrites<E, R, ?> of(ManyToManyRelation<E, R> relation) {
        return (LinkWrites<E, R, ?>) writes.computeIfAbsent(relation, any -> LinkWrites.of(relation, clock));
    }

    /** Returns the writes of {@code relation}. */
    @SuppressWarnings("unchecked") // the writes of a relation have its types
    public <E, R, P> LinkWrites<E, R, P> of(PivotRelation<E, R, P> relation) {
        return (LinkWrites<E, R, P>) writes.computeIfAbsent(relation, any -> LinkWrites.of(relation, clock));
    }
}
