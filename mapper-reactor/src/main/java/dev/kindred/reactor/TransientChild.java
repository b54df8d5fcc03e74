package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.Column;
import dev.kindred.model.HasOne;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.preload.EntityLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entity that stands in for the one a relation does not lead to: as the user gives it, with what the relation demands of it. */
record TransientChild<E, R>(EntityLoader loader, E entity, Relation<E, R> relation) {

    R of(Supplier<R> given) {
        R child = Checks.notNull(given.get(), "what absent returns");
        Map<Column<R, ?>, @Nullable Object> values = values();
        return values.isEmpty() ? child : loader.withValues(relation.related(), child, values);
    }

    /** The key of an owner is its own; that of a child is the one of its parent. */
    private Map<Column<R, ?>, @Nullable Object> values() {
        Map<Column<R, ?>, @Nullable Object> values = new HashMap<>();
        for (Assignment<R> assignment : relation.defaults()) {
            values.put(assignment.column(), assignment.value());
        }
        if (relation instanceof HasOne<E, R>) {
            for (int i = 0; i < relation.sourceKey().size(); i++) {
                Column<R, ?> foreignKey = relation.targetKey().get(i);
                @Nullable Object key = relation.sourceKey().get(i).get(entity);
                values.put(foreignKey, key == null ? null : PrimaryKeys.fitting(foreignKey, key));
            }
        }
        return values;
    }
}
