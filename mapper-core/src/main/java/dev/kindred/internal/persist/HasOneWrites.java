package dev.kindred.internal.persist;

import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Update;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that write the one child of a {@link HasOneRelation}. Immutable and thread-safe. */
public final class HasOneWrites<E, R> extends ChildWrites<E, R> {

    private final EntityModel<R> related;

    /** Creates the writes of {@code relation}; audit times come from {@code clock}. */
    public HasOneWrites(HasOneRelation<E, R> relation, Clock clock) {
        super(relation, clock);
        this.related = relation.related();
    }

    /** Returns the update of the child's row with the given columns, which exclude its primary key. */
    public Update change(ForeignKey<R> key, List<Assignment<R>> values) {
        RowDraft.requireNoId(values);
        return update(key, List.of(), values);
    }

    /** Returns the update that sets the foreign key of the child to null. */
    public Update orphan(ForeignKey<R> key) {
        return children()
                .update(
                        new RowDraft<>(related)
                                .with(ForeignKey.toNothing(relation().targetKey())),
                        rows().one(key, List.of()),
                        Columns.references(related));
    }

    /** Returns the statement that removes the child row. */
    public Statement delete(ForeignKey<R> key) {
        return children().remove(rows().one(key, List.of()));
    }

    /**
     * Returns the statement that removes every child but {@code kept}: a delete, or an update that sets their foreign
     * keys to null. A relation to one of many rows removes only the row that it resolves to.
     */
    public Statement removeAllBut(@Nullable R kept, ForeignKey<R> key, boolean delete) {
        Predicate where = others(kept, key);
        return delete
                ? children().remove(where)
                : children()
                        .update(
                                new RowDraft<>(related)
                                        .with(ForeignKey.toNothing(relation().targetKey())),
                                where,
                                List.of());
    }

    /** Returns the query for every child but {@code kept}. */
    public SelectQuery<R> allBut(@Nullable R kept, ForeignKey<R> key) {
        return SelectQuery.of(related).and(others(kept, key));
    }

    private Predicate others(@Nullable R kept, ForeignKey<R> key) {
        Predicate where = Nodes.of(relation()).isOneOfMany() ? rows().one(key, List.of()) : rows().all(key, List.of());
        return kept == null
                ? where
                : new Predicate.Conjunction(List.of(where, new Predicate.Negation(rows().same(kept))));
    }
}
