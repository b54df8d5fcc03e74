package dev.kindred.internal.query;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.ToManyRelation;
import dev.kindred.query.PreloadManyQuery;
import java.util.function.UnaryOperator;

/** The query that the callback of a preload of a relation to many rows receives. Immutable and thread-safe. */
public record DefaultPreloadManyQuery<E>(SelectQuery<E> query)
        implements PreloadManyQuery<E>, SelectSteps<E, PreloadManyQuery<E>> {

    /** No list has more rows. The statement asks for one row more than its limit. */
    private static final long NO_LIMIT = Integer.MAX_VALUE;

    public DefaultPreloadManyQuery {
        Checks.notNull(query, "query");
    }

    /**
     * Returns the query for the related entities of {@code relation} that {@code related} returns. Its limit is that of
     * each parent.
     *
     * @throws IllegalArgumentException if {@code related} returns another implementation, or joins a relation whose
     *     rows have the foreign key
     */
    public static <R> SelectQuery<R> of(ToManyRelation<?, R> relation, UnaryOperator<PreloadManyQuery<R>> related) {
        SelectQuery<R> all = SelectQuery.of(Checks.notNull(relation, "relation"));
        PreloadManyQuery<R> narrowed = Checks.notNull(related, "related").apply(new DefaultPreloadManyQuery<>(all));
        if (!(Checks.notNull(narrowed, "the related query") instanceof DefaultPreloadManyQuery<R> query)) {
            throw new IllegalArgumentException("The callback of the preload of " + relation
                    + " returns a different query. Return the argument of the callback, or the result of its steps.");
        }
        if (query.query().isJoined() && Nodes.of(relation).isDirect()) {
            throw new IllegalArgumentException("The preload of " + relation + " is joined(), but a join would repeat"
                    + " the entities for each related row. Remove joined(): one statement reads the rows of all"
                    + " entities.");
        }
        return query.query();
    }

    @Override
    public PreloadManyQuery<E> of(SelectQuery<E> changed) {
        return new DefaultPreloadManyQuery<>(changed);
    }

    @Override
    public PreloadManyQuery<E> limitEach(long rows) {
        Checks.argument(rows > 0, "limitEach must be positive, but is " + rows);
        return of(query.limit(Math.min(rows, NO_LIMIT)));
    }

    @Override
    public PreloadManyQuery<E> joined() {
        return of(query.joined());
    }
}
