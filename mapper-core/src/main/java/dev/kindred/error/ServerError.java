package dev.kindred.error;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server said of a failed statement, without anything that may hold a value of a row.
 *
 * @param sqlState the five characters that classify the error (PostgreSQL manual, appendix A)
 * @param table the table concerned, when the server names it
 * @param column the column concerned, when the server names it
 * @param constraint the constraint or unique index concerned, when the server names it
 * @param columns the columns of the key concerned, in its order; empty when the server names none
 * @param members the members that hold these columns; empty when the entity is not known
 * @param relation the relation whose key is concerned, such as {@code User.profile}, or null
 * @param sql the text of the statement, with placeholders
 */
public record ServerError(
        String sqlState,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint,
        List<String> columns,
        List<String> members,
        @Nullable String relation,
        String sql)
        implements Serializable {

    public ServerError {
        columns = List.copyOf(columns);
        members = List.copyOf(members);
    }

    public ServerError(
            String sqlState, @Nullable String table, @Nullable String column, @Nullable String constraint, String sql) {
        this(sqlState, table, column, constraint, column == null ? List.of() : List.of(column), List.of(), null, sql);
    }

    /** Returns this, said to concern {@code relation}. */
    public ServerError concerning(String relation) {
        return new ServerError(sqlState, table, column, constraint, columns, members, relation, sql);
    }

    /** Returns this with the members that hold its columns. */
    public ServerError of(List<String> members) {
        return new ServerError(sqlState, table, column, constraint, columns, members, relation, sql);
    }
}
