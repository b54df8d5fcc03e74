package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index that does not belong to a constraint.
 *
 * @param name the name, unquoted
 * @param columns the columns that a search compares with values, in any order
 * @param sorted the columns that sort rows with equal {@code columns}, most significant first; they follow
 *     {@code columns} in the index
 * @param uniqueWhileNull the column of a partial unique index whose condition is {@code column IS NULL}; or null for a
 * plain index on all rows
 */
public record Index(
        String name,
        List<String> columns,
        List<String> sorted,
        @Nullable String uniqueWhileNull) {

    public Index {
        Checks.notBlank(name, "name");
        columns = Checks.noNulls(columns, "columns");
        sorted = Checks.noNulls(sorted, "sorted");
    }

    /** Creates a plain index. */
    public Index(String name, List<String> columns, List<String> sorted) {
        this(name, columns, sorted, null);
    }

    /** Returns whether an index on {@code key} finds and sorts the rows as this one does. */
    public boolean isServedBy(List<String> key) {
        int searched = columns.size();
        return Checks.notNull(key, "key").size() >= searched + sorted.size()
                && Set.copyOf(key.subList(0, searched)).equals(Set.copyOf(columns))
                && key.subList(searched, searched + sorted.size()).equals(sorted);
    }

    /** Returns all columns, in the order of the index. */
    public List<String> all() {
        return Stream.concat(columns.stream(), sorted.stream()).toList();
    }
}
