package dev.kindred.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.EntityColumn;
import dev.kindred.type.ComparisonOperator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a foreign key and the values they are written with. Immutable and thread-safe.
 *
 * @param <C> the entity with the foreign key
 * @param parts the columns, in the order of the relation
 */
public record ForeignKey<C>(List<Part<C>> parts) {

    public ForeignKey {
        parts = List.copyOf(parts);
    }

    /**
     * Returns {@code columns} with the values of {@code source} in {@code entity}, or null if one of the values is
     * null.
     */
    static <E, C> @Nullable ForeignKey<C> of(
            List<EntityColumn<C, ?>> columns, List<EntityColumn<E, ?>> source, E entity) {
        if (RelationKey.of(source, entity) == null) {
            return null;
        }
        List<Part<C>> parts = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            EntityColumn<E, ?> key = source.get(i);
            parts.add(new Part<>(columns.get(i), new Parameter(key.type(), key.getOrNull(entity), key.toString())));
        }
        return new ForeignKey<>(parts);
    }

    /** Returns {@code columns} with nulls. */
    static <C> ForeignKey<C> toNothing(List<EntityColumn<C, ?>> columns) {
        return new ForeignKey<>(columns.stream()
                .map(column -> new Part<C>(column, new Parameter(column.type(), null, column.toString())))
                .toList());
    }

    /** Returns a key of the columns of both. */
    ForeignKey<C> and(ForeignKey<C> other) {
        List<Part<C>> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new ForeignKey<>(all);
    }

    /** Returns the first of {@code columns} that is not nullable, or null if all are nullable. */
    static <C> @Nullable EntityColumn<C, ?> notNullable(List<EntityColumn<C, ?>> columns) {
        for (EntityColumn<C, ?> column : columns) {
            if (!Nodes.of(column).is(ColumnTrait.NULLABLE)) {
                return column;
            }
        }
        return null;
    }

    /** Returns whether {@code names} contains the names of all columns. */
    public boolean isIn(Collection<String> names) {
        return references().stream().allMatch(column -> names.contains(column.name()));
    }

    /** Returns the value of {@code column}, or null if it is not a column of this key. */
    @Nullable
    Object valueOf(EntityColumn<C, ?> column) {
        for (Part<C> part : parts) {
            if (part.column().equals(column)) {
                return part.value().value();
            }
        }
        return null;
    }

    List<ColumnReference> references() {
        return parts.stream().map(part -> Columns.reference(part.column())).toList();
    }

    /** Returns the condition for the rows with this foreign key. */
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
     * @param value the value, in the type of the referenced column
     */
    public record Part<C>(EntityColumn<C, ?> column, Parameter value) {}
}
