package dev.kindred.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.InsertWithChild;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a foreign key and the values they are written with. Immutable and thread-safe.
 *
 * @param <C> the entity that points
 * @param parts the columns, in the order of the relation
 */
public record ForeignKey<C>(List<Part<C>> parts) {

    public ForeignKey {
        parts = List.copyOf(parts);
    }

    /**
     * Returns {@code columns} with the values that {@code source} has in {@code entity}, or null when one of them is.
     */
    static <E, C> @Nullable ForeignKey<C> of(
            List<EntityColumn<C, ?>> columns, List<EntityColumn<E, ?>> source, E entity) {
        if (RelationKey.of(source, entity) == null) {
            return null;
        }
        List<Part<C>> parts = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            EntityColumn<E, ?> key = source.get(i);
            parts.add(new Part<>(columns.get(i), new Parameter(key.type(), key.get(entity), key.toString())));
        }
        return new ForeignKey<>(parts);
    }

    /** Returns {@code columns} with nulls. */
    static <C> ForeignKey<C> toNothing(List<EntityColumn<C, ?>> columns) {
        return new ForeignKey<>(columns.stream()
                .map(column -> new Part<C>(column, new Parameter(column.type(), null, column.toString())))
                .toList());
    }

    /** Returns the first of {@code columns} that cannot take a null, or null when all can. */
    static <C> @Nullable EntityColumn<C, ?> notNullable(List<EntityColumn<C, ?>> columns) {
        for (EntityColumn<C, ?> column : columns) {
            if (!column.is(ColumnTrait.NULLABLE)) {
                return column;
            }
        }
        return null;
    }

    /**
     * Tells whether {@code insert} writes a child that points at nothing, since its new parent is given no key to point
     * at.
     */
    static boolean isNull(InsertWithChild insert) {
        return insert.links().stream()
                .anyMatch(link -> insert.parent().values().stream()
                        .anyMatch(set ->
                                set.column().equals(link.key()) && set.value().value() == null));
    }

    List<ColumnReference> references() {
        return parts.stream().map(part -> Columns.reference(part.column())).toList();
    }

    /** Returns the condition that a row points as this key does. */
    Predicate predicate() {
        List<Predicate> equal = new ArrayList<>(parts.size());
        for (Part<C> part : parts) {
            equal.add(
                    new Predicate.Comparison(Columns.reference(part.column()), ComparisonOperator.EQUAL, part.value()));
        }
        return equal.size() == 1 ? equal.get(0) : new Predicate.Conjunction(equal);
    }

    /**
     * One column of a foreign key.
     *
     * @param column the column
     * @param value the value, in the type of the column that is pointed at
     */
    public record Part<C>(EntityColumn<C, ?> column, Parameter value) {}
}
