package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TypeName;
import java.util.List;

/**
 * The type of a column.
 *
 * @param name the PostgreSQL type
 * @param modifiers the length, or precision and scale; may be empty
 */
public record DataType(TypeName name, List<Integer> modifiers) {

    public DataType {
        Checks.notNull(name, "name");
        modifiers = Checks.noNulls(modifiers, "modifiers");
    }
}
