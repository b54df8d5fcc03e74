package dev.kindred.it.support;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a test's own failed. Immutable, so safe for use by many threads. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    SqlFailure(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
        this.sqlState = cause.getSQLState();
    }

    /**
     * What PostgreSQL calls the failure.
     *
     * @return the five characters of the SQLSTATE, or null if the failure had none
     */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
