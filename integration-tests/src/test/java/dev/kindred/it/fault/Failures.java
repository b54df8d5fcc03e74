package dev.kindred.it.fault;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;

/** What a driver of PostgreSQL reports. */
final class Failures {

    private Failures() {}

    static R2dbcException lost() {
        return new R2dbcNonTransientResourceException("Connection unexpectedly closed", "08006");
    }

    /** A failure for which a transaction is worth another try. */
    static R2dbcException refused() {
        return new Refused("40001");
    }

    static R2dbcException inFailedTransaction() {
        return new Refused("25P02");
    }

    /** What COMMIT is answered with when the server has rolled back instead. */
    static R2dbcException rolledBack() {
        return new Refused("99999");
    }

    private static final class Refused extends R2dbcTransientException implements PostgresqlException {

        private static final long serialVersionUID = 1;

        private final String state;

        Refused(String state) {
            super("refused", state);
            this.state = state;
        }

        @Override
        public ErrorDetails getErrorDetails() {
            return ErrorDetails.fromCodeAndMessage(state, "refused");
        }
    }
}
