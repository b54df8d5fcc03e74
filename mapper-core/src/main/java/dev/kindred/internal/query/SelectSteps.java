package dev.kindred.internal.query;

import dev.kindred.model.ColumnValues;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.SortOrder;
import dev.kindred.model.ToManyRelation;
import dev.kindred.model.ToOneRelation;
import dev.kindred.query.EntitySteps;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PreloadManyQuery;
import dev.kindred.query.PreloadQuery;
import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * The steps of a query that wraps a {@link SelectQuery}. The wrapper hides the query from users, who could otherwise
 * replace the query of a relation by one for all rows.
 *
 * @param <E> the entity
 * @param <S> the wrapper
 */
public interface SelectSteps<E, S extends EntitySteps<E, S>> extends EntitySteps<E, S> {

    /** Returns the wrapped query. */
    SelectQuery<E> query();

    /** Returns a wrapper of {@code query}. */
    S of(SelectQuery<E> query);

    @Override
    default S where(Condition<E> condition) {
        return of(query().where(condition));
    }

    @Override
    default S orWhere(Condition<E> condition) {
        return of(query().orWhere(condition));
    }

    @Override
    default S orderBy(Collection<SortOrder<E>> orders) {
        return of(query().orderBy(orders));
    }

    @Override
    default S withDeleted() {
        return of(query().withDeleted());
    }

    @Override
    default S onlyDeleted() {
        return of(query().onlyDeleted());
    }

    @Override
    default S select(Collection<? extends EntityColumn<E, ?>> columns) {
        return of(query().select(columns));
    }

    @Override
    default <T> ColumnValues<T> values(EntityColumn<E, T> column) {
        return query().values(column);
    }

    @Override
    default <R> S preload(Relation<E, R> relation) {
        return of(query().preload(relation));
    }

    @Override
    default <R> S preload(ToOneRelation<E, R> relation, UnaryOperator<PreloadQuery<R>> related) {
        return of(query().preload(relation, related));
    }

    @Override
    default <R> S preload(ToManyRelation<E, R> relation, UnaryOperator<PreloadManyQuery<R>> related) {
        return of(query().preload(relation, related));
    }

    @Override
    default S loading(LoadMode mode) {
        return of(query().loading(mode));
    }

    @Override
    default S forUpdate() {
        return of(query().forUpdate());
    }

    @Override
    default S forShare() {
        return of(query().forShare());
    }

    @Override
    default S skipLocked() {
        return of(query().skipLocked());
    }

    @Override
    default S noWait() {
        return of(query().noWait());
    }
}
