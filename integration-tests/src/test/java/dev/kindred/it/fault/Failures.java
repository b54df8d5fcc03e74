package dev.kindred.it.fault;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;

/** The errors of a PostgreSQL driver. */
final class Failures {

    private Failures() {}

    static R2dbcException lost() {
        return new R2dbcNonTransientResourceException("Connection unexpectedly closed", "08006");
    }

    /** An error after which a transaction can be retried. */
    static R2dbcException refused() {
        return new Refused("40001");
    }

    static R2dbcException inFailedTransaction() {
        return new Refused("25P02");
    }

    /** The response to COMMIT if the server has rolled back instead. */
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
