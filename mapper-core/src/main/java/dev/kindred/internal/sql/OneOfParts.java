package dev.kindred.internal.sql;

import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the library asks a relation to a row of one of several types, and users do not see. Immutable.
 *
 * @param relation the relation, such as {@code Comment.subject}
 * @param type the column with the name of the type, or null if each type has a key of its own
 * @param arms the types
 */
public record OneOfParts(String relation, @Nullable ColumnReference type, List<Arm> arms) {

    public OneOfParts {
        Checks.notBlank(relation, "relation");
        arms = Checks.noNulls(arms, "arms");
        Checks.argument(!arms.isEmpty(), "a relation to one of several types needs a type");
    }

    /**
     * A type.
     *
     * @param target the simple name of its class
     * @param name its name in the type column, or null without such a column
     * @param key the column with its key
     */
    public record Arm(String target, @Nullable String name, ColumnReference key) {

        public Arm {
            Checks.notBlank(target, "target");
            Checks.notNull(key, "key");
        }
    }

    /** Returns the columns with the keys, each once. */
    public List<ColumnReference> keys() {
        return arms.stream().map(Arm::key).distinct().toList();
    }

    /** Returns the columns of the relation: the type, if it has one, and the keys. */
    public List<ColumnReference> columns() {
        List<ColumnReference> columns = new ArrayList<>();
        if (type != null) {
            columns.add(type);
        }
        columns.addAll(keys());
        return columns;
    }

    /** Returns whether a type has {@code name} in the type column. */
    public boolean hasName(String name) {
        for (Arm arm : arms) {
            if (name.equals(arm.name())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the names of the types in the type column, sorted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Arm arm : arms) {
            if (arm.name() != null) {
                names.add(arm.name());
            }
        }
        return names;
    }
}
