package dev.kindred.reactor.internal.preload;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.Checks;
import dev.kindred.internal.util.Conversions;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Relation;
import dev.kindred.type.SqlType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The default entity for a relation without a row: the entity of the user, with the values that the scope of the
 * relation sets.
 *
 * @param relations builds the entity
 * @param relation the relation
 * @param key returns the value of a column of the entity that declares the relation
 */
public record TransientChild<E, R>(
        RelationLoads relations, Relation<E, R> relation, Function<EntityColumn<E, ?>, @Nullable Object> key) {

    /** Returns the entity of {@code given} with the values of the scope and, for a child, the key of the parent. */
    public R of(Supplier<R> given) {
        R child = Checks.notNull(given.get(), "what absent returns");
        Map<EntityColumn<R, ?>, @Nullable Object> values = values();
        return values.isEmpty() ? child : relations.handles().withValues(relation.related(), child, values);
    }

    /** A child gets the key of its parent. An owner keeps its own key. */
    private Map<EntityColumn<R, ?>, @Nullable Object> values() {
        Map<EntityColumn<R, ?>, @Nullable Object> values = new HashMap<>();
        for (Assignment<R> assignment : ScopeValues.of(relation)) {
            values.put(assignment.column(), assignment.value());
        }
        if (!Nodes.of(relation).holdsForeignKey()) {
            for (int i = 0; i < relation.sourceKey().size(); i++) {
                EntityColumn<E, ?> source = relation.sourceKey().get(i);
                EntityColumn<R, ?> foreignKey = relation.targetKey().get(i);
                @Nullable Object value = key.apply(source);
                values.put(foreignKey, value == null ? null : foreignKey(source, foreignKey, value));
            }
        }
        return values;
    }

    private @Nullable Object foreignKey(EntityColumn<E, ?> source, EntityColumn<R, ?> foreignKey, Object value) {
        @Nullable Object same = Conversions.sameNumber(foreignKey.type().javaType(), value);
        if (same != null) {
            return same;
        }
        if (source.type().wireType() != foreignKey.type().wireType()) {
            throw doesNotFit(source, foreignKey);
        }
        try {
            return foreignKey
                    .type()
                    .fromWire(wire(source.type(), value), relations.entities().context());
        } catch (IllegalArgumentException e) {
            throw doesNotFit(source, foreignKey);
        }
    }

    @SuppressWarnings("unchecked") // the value is one of the column
    private <T> Object wire(SqlType<T> type, Object value) {
        return type.toWire((T) value, relations.entities().context());
    }

    private MappingException doesNotFit(EntityColumn<E, ?> source, EntityColumn<R, ?> foreignKey) {
        return new MappingException("Cannot create a " + relation.related().name() + " for " + relation + ": the key "
                + source + " does not fit " + foreignKey + " of type "
                + foreignKey.type().javaType().getSimpleName()
                + ", so no row can belong to it. Give both members the same type.");
    }
}
