package dev.kindred.internal.sql;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Expression.ColumnReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a query reads the rows that are marked as deleted. */
public enum DeletedRows {
    /** They are not read. */
    LEFT_OUT,
    /** They are read as all other rows. */
    INCLUDED,
    /** Only they are read. */
    ONLY;

    /**
     * Returns the conditions on a table whose column {@code softDelete} marks deleted rows; none if the table has no
     * such column.
     */
    public List<Predicate> conditions(@Nullable ColumnReference softDelete) {
        if (softDelete == null) {
            return List.of();
        }
        Predicate undeleted = new Predicate.IsNull(softDelete);
        return switch (this) {
            case LEFT_OUT -> List.of(undeleted);
            case INCLUDED -> List.of();
            case ONLY -> List.of(new Predicate.Negation(undeleted));
        };
    }

    /**
     * Returns this.
     *
     * @throws MappingException if {@code softDelete} is null, because then no row can be marked as deleted
     */
    public DeletedRows of(String entity, TableName table, @Nullable ColumnReference softDelete) {
        if (softDelete == null) {
            throw new MappingException(entity + " has no member marked @SoftDelete, so no row of " + table
                    + " counts as deleted. Mark one, or leave withDeleted() and onlyDeleted() out.");
        }
        return this;
    }
}
