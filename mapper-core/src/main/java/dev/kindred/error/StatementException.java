package dev.kindred.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server refused a statement. Subclasses stand for the refusals on which a caller acts differently. */
public class StatementException extends MapperException {

    private static final long serialVersionUID = 1L;

    private final ServerError error;

    public StatementException(String message, ServerError error, @Nullable Throwable cause) {
        super(message, cause);
        this.error = error;
    }

    /** Returns the five-character SQLSTATE of the server. */
    public final String sqlState() {
        return error.sqlState();
    }

    /** Returns the table concerned, or null when the server names none. */
    public final @Nullable String table() {
        return error.table();
    }

    /** Returns the column concerned, or null when the server names none. */
    public final @Nullable String column() {
        return error.column();
    }

    /** Returns the constraint concerned, or null when the server names none. */
    public final @Nullable String constraint() {
        return error.constraint();
    }

    /**
     * Returns the columns of the key concerned, in its order, when a unique index or a foreign key was violated, the column that takes no null,
     * or nothing when the server names none.
     */
    public final List<String> columns() {
        return error.columns();
    }

    /**
     * Returns the names of the members that hold {@link #columns()}, in the same order, or nothing when the entity is not known, as for raw
     * SQL, or has no member for one of them.
     */
    public final List<String> members() {
        return error.members();
    }

    /** Returns the relation whose key is concerned, such as {@code User.profile}, or null. */
    public final @Nullable String relation() {
        return error.relation();
    }

    /** Returns all that the server said. */
    public final ServerError serverError() {
        return error;
    }

    /** Returns the text of the statement, with placeholders instead of values. */
    public final String sql() {
        return error.sql();
    }
}
