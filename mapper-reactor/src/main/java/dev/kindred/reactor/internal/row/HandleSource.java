package dev.kindred.reactor.internal.row;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import org.jspecify.annotations.Nullable;

/** Creates the relation handles of the entities of one result. Confined to that result. */
public interface HandleSource<E> {

    /** The following entities belong to {@code tenant}; null if they belong to none, or if it was not read. */
    void ofTenant(@Nullable Object tenant);

    /** Begins the next entity. */
    void nextEntity();

    /**
     * Returns the handle of a relation.
     *
     * @param ordinal the position of {@code relation} among those of the model
     * @param key the key value, a list if the key has several columns; null matches no row
     */
    Object handle(int ordinal, Relation<E, ?> relation, @Nullable Object key);

    /** Adds {@code entity}, whose columns were all selected. */
    void builtWhole(E entity);

    /** Returns the handle of a relation whose key was not read. */
    Object handleWithoutKey(Relation<E, ?> relation, EntityColumn<E, ?> missing);
}
