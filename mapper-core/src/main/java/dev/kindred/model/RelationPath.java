package dev.kindred.model;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way from the rows of an entity to the related rows. It is resolved late, because two models may refer to each
 * other. Immutable and thread-safe.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 */
interface RelationPath<E, R> {

    /** Returns the model of the related entity. */
    EntityModel<R> related();

    /** Returns the key columns of the entity. */
    List<EntityColumn<E, ?>> source();

    /** Returns the columns of the related entity that the last step links. */
    List<EntityColumn<R, ?>> target();

    /**
     * Returns the steps. Each step before the last one has the conditions of its rows.
     *
     * @param lifted the relations of the path whose rows are included even if they are marked as deleted
     */
    List<Hop> hops(Set<Relation<?, ?>> lifted);

    /** Returns the related rows before the scope of the relation. */
    RelatedRows<R> rows(Set<Relation<?, ?>> lifted);

    /** Returns the relations of which the path consists, those within them included; empty for a direct link. */
    List<Relation<?, ?>> steps();

    /** Returns the model of the table between, if the relation is a many-to-many relation. */
    Optional<EntityModel<?>> pivotModel();

    /** Returns whether the rows of the path are always the same, so that they can be kept. */
    boolean isConstant();

    /** Returns whether a row may reach one related row several times. */
    boolean mayRepeat();

    /** Returns the references to {@code columns}. */
    static List<ColumnReference> references(List<? extends EntityColumn<?, ?>> columns) {
        return columns.stream()
                .<ColumnReference>map(column -> Nodes.of(column).reference())
                .toList();
    }
}
