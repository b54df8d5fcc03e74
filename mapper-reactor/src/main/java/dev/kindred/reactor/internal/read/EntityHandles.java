package dev.kindred.reactor.internal.read;

import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.row.HandleSource;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates and links the relation handles of entities. Thread-safe. */
public interface EntityHandles {

    /** Returns the handles for the entities of one result. They load as {@code mode} says. */
    <E> HandleSource<E> of(EntityModel<E> model, LoadMode mode);

    /**
     * Returns the handles for the entities of one result that belong to different callers. An entity has no siblings.
     * The handles load as {@code mode} says.
     */
    <E> HandleSource<E> ofEach(EntityModel<E> model, LoadMode mode);

    /** Returns how the handles of entities load whose query has no mode. */
    LoadMode mode();

    /** Returns {@code entity} with live handles: the same instance if its handles are live, else a copy. */
    <E> E live(EntityModel<E> model, E entity);

    /**
     * Links the handles of entities that were written together, in both directions, so that they are loaded. A handle
     * whose read might find another row is not changed.
     *
     * @param transaction the transaction in which the handles are loaded, or null for every subscriber
     */
    <E, R> void link(@Nullable TransactionScope transaction, Written<E, R> written);

    /**
     * Entities that were written together.
     *
     * @param relation a relation between them
     * @param entities the entities that declare the relation
     * @param related the related entities, at the same positions
     * @param areOwnersNew whether the same call inserted the owners
     */
    record Written<E, R>(Relation<E, R> relation, List<E> entities, List<R> related, boolean areOwnersNew) {}

    /**
     * Loads the lists of parents that a call inserted together with their children. A list whose read might find other
     * rows, or the same rows in another order, is not changed.
     *
     * @param transaction the transaction in which the handles are loaded, or null for every subscriber
     */
    <E, R> void linkLists(@Nullable TransactionScope transaction, WrittenLists<E, R> written);

    /**
     * Parents that were inserted with generated keys, together with their children.
     *
     * @param relation the relation between them
     * @param parents the parents
     * @param children the children of each parent, at the same positions
     */
    record WrittenLists<E, R>(Relation<E, R> relation, List<E> parents, List<List<R>> children) {}
}
