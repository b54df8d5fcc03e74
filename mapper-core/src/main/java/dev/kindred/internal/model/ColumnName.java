package dev.kindred.internal.model;

import dev.kindred.internal.util.Checks;

/**
 * The names of a column.
 *
 * @param entity the entity
 * @param member the member of the entity
 * @param column the column of the table
 */
public record ColumnName<E>(Class<E> entity, String member, String column) {

    /** Checks the parts. */
    public ColumnName {
        Checks.notNull(entity, "entity");
        Checks.notBlank(member, "member");
        Checks.notBlank(column, "column");
    }

    @Override
    public String toString() {
        return entity.getSimpleName() + "." + member;
    }
}
