package dev.kindred.error;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's error fields for a failed statement, without fields that may contain a row value.
 *
 * @param sqlState the five-character error code (PostgreSQL manual, appendix A)
 * @param table the affected table, or null if the server names none
 * @param column the affected column, or null if the server names none
 * @param constraint the affected constraint or unique index, or null if the server names none
 * @param columns the columns of the affected key, in its order; empty if the server names none
 * @param members the members of these columns; empty if the entity is unknown
 * @param relation the relation of the affected key, such as {@code User.profile}, or null
 * @param sql the SQL text, with placeholders
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

    /** Returns a copy with {@code relation} as the affected relation. */
    public ServerError concerning(String relation) {
        return new ServerError(sqlState, table, column, constraint, columns, members, relation, sql);
    }

    /** Returns a copy with the members of its columns. */
    public ServerError of(List<String> members) {
        return new ServerError(sqlState, table, column, constraint, columns, members, relation, sql);
    }
}
