package dev.kindred.internal.render;

import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a relation that has the name of a type and a key. The database does not check that the row exists.
 *
 * @param table the table with the columns
 * @param type the column with the name of the type
 * @param key the column with the key
 * @param relation the relation, such as {@code Note.subject}
 * @param targets the types
 */
public record TypedReference(TableName table, String type, String key, String relation, List<Target> targets) {

    public TypedReference {
        Checks.notNull(table, "table");
        Checks.notBlank(type, "type");
        Checks.notBlank(key, "key");
        targets = Checks.noNulls(targets, "targets");
    }

    /**
     * A type.
     *
     * @param name its name in the type column
     * @param table its table, or null if the table is not compared
     * @param key the key column of its table
     */
    public record Target(String name, @Nullable TableName table, String key) {}

    /**
     * Rows that reference no row, with one name of a type.
     *
     * @param reference the columns
     * @param type the name, which may be unknown
     * @param rows the number of rows
     */
    public record WrongRows(TypedReference reference, String type, long rows) {

        /** Returns the type with that name, or null if the name is unknown. */
        public @Nullable Target target() {
            for (Target target : reference.targets()) {
                if (target.name().equals(type)) {
                    return target;
                }
            }
            return null;
        }
    }
}
