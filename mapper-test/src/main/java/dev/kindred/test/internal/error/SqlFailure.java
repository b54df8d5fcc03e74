package dev.kindred.test.internal.error;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a test failed. Immutable, so safe for use by many threads. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    /** Wraps {@code cause}; {@code what} says what failed. */
    public SqlFailure(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
        this.sqlState = cause.getSQLState();
    }

    /**
     * Returns the SQLSTATE.
     *
     * @return the five characters, or null if the failure has none
     */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
