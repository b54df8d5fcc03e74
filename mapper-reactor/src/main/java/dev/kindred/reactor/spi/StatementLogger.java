package dev.kindred.reactor.spi;

import dev.kindred.reactor.spi.StatementExecution.Outcome;
import dev.kindred.reactor.spi.StatementExecution.ServerChoice;
import java.util.Locale;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Writes statements to a logger. Thread-safe. */
final class StatementLogger implements StatementListener {

    private final Logger log = Loggers.getLogger("dev.kindred.sql");

    @Override
    public void onStatement(StatementExecution execution) {
        if (execution.outcome() != Outcome.COMPLETED) {
            log.warn("{}", line(execution));
        } else if (log.isDebugEnabled()) {
            log.debug("{}", line(execution));
        }
    }

    private static String line(StatementExecution execution) {
        return execution.outcome() + " " + execution.duration().toMillis() + " ms, " + execution.parameters()
                + " binds, " + execution.rows() + " rows" + server(execution) + ": " + execution.sql();
    }

    private static String server(StatementExecution execution) {
        if (execution.choice() == ServerChoice.PRIMARY) {
            return "";
        }
        return " on " + (execution.server() == null ? "a server" : execution.server()) + " ("
                + execution.choice().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
    }
}
