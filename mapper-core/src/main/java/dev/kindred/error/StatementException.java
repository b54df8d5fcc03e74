package dev.kindred.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server refused a statement. A subclass exists for each refusal that callers handle differently. */
public class StatementException extends MapperException {

    private static final long serialVersionUID = 1L;

    private final ServerError error;

    public StatementException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, cause);
        this.error = error;
    }

    /** Returns the five-character SQLSTATE. */
    public final String sqlState() {
        return error.sqlState();
    }

    /** Returns the affected table, or null if the server names none. */
    public final @Nullable String table() {
        return error.table();
    }

    /** Returns the affected column, or null if the server names none. */
    public final @Nullable String column() {
        return error.column();
    }

    /** Returns the affected constraint, or null if the server names none. */
    public final @Nullable String constraint() {
        return error.constraint();
    }

    /**
     * Returns the affected columns, in key order: the key of the violated unique index or foreign key, or the violated
     * NOT NULL column. Empty if the server names none.
     */
    public final List<String> columns() {
        return error.columns();
    }

    /**
     * Returns the members of {@link #columns()}, in the same order. Empty if the entity is unknown, as for raw SQL, or
     * if it has no member for one of the columns.
     */
    public final List<String> members() {
        return error.members();
    }

    /** Returns the relation of the affected key, such as {@code User.profile}, or null. */
    public final @Nullable String relation() {
        return error.relation();
    }

    /** Returns all error fields. */
    public final ServerError serverError() {
        return error;
    }

    /** Returns the SQL text, with placeholders instead of values. */
    public final String sql() {
        return error.sql();
    }
}
