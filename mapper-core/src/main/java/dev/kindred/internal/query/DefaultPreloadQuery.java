package dev.kindred.internal.query;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.PreloadQuery;
import java.util.function.UnaryOperator;

/** The query that the callback of a preload receives. Immutable and thread-safe. */
public record DefaultPreloadQuery<E>(SelectQuery<E> query)
        implements PreloadQuery<E>, LimitedSteps<E, PreloadQuery<E>> {

    public DefaultPreloadQuery {
        Checks.notNull(query, "query");
    }

    /**
     * Returns the query for the related entities of {@code relation} that {@code related} returns.
     *
     * @throws IllegalArgumentException if {@code related} returns another implementation
     */
    public static <R> SelectQuery<R> of(ToOneRelation<?, R> relation, UnaryOperator<PreloadQuery<R>> related) {
        SelectQuery<R> all = SelectQuery.of(Checks.notNull(relation, "relation"));
        PreloadQuery<R> narrowed = Checks.notNull(related, "related").apply(new DefaultPreloadQuery<>(all));
        if (!(Checks.notNull(narrowed, "the related query") instanceof DefaultPreloadQuery<R> query)) {
            throw new IllegalArgumentException("The callback of the preload of " + relation
                    + " returns a different query. Return the argument of the callback, or the result of its steps.");
        }
        return query.query();
    }

    @Override
    public PreloadQuery<E> of(SelectQuery<E> changed) {
        return new DefaultPreloadQuery<>(changed);
    }

    @Override
    public PreloadQuery<E> joined() {
        return of(query.joined());
    }
}
