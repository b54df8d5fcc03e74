package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name the name
 * @param columns the columns, in the order of the members
 * @param constraints the constraints: primary key, unique keys, foreign keys, checks
 * @param indexes the indexes that do not belong to constraints
 * @param comment the comment, or null
 */
public record Table(
        TableName name,
        List<TableColumn> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment) {

    public Table {
        Checks.notNull(name, "name");
        columns = Checks.noNulls(columns, "columns");
        constraints = Checks.noNulls(constraints, "constraints");
        indexes = Checks.noNulls(indexes, "indexes");
    }

    /** Returns the constraints of one kind. */
    public <C extends Constraint> List<C> constraints(Class<C> kind) {
        Checks.notNull(kind, "kind");
        return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
