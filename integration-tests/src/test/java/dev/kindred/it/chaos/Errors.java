package dev.kindred.it.chaos;

import dev.kindred.error.ConnectionException;
import dev.kindred.error.MapperException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import io.r2dbc.spi.R2dbcException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.transaction.HeuristicCompletionException;
import org.springframework.transaction.TransactionException;

/** Counts the errors of a run, and says what each of them tells its caller. Safe for use by many threads. */
final class Errors {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> undocumented = new ConcurrentHashMap<>();

    /** Returns the outcome of a write with this error. */
    Outcome outcome(Throwable error, Scope scope) {
        count(error);
        if (error instanceof MapperException) {
            return outcomeOfMapper(error, scope);
        }
        if (error instanceof HeuristicCompletionException || scope == Scope.DRIVER) {
            return isRefusal(error) ? Outcome.REFUSED : Outcome.UNKNOWN;
        }
        return Outcome.REFUSED;
    }

    /** A transaction that has not sent COMMIT is rolled back. */
    private static Outcome outcomeOfMapper(Throwable error, Scope scope) {
        if (error instanceof TransactionOutcomeUnknownException) {
            return Outcome.UNKNOWN;
        }
        if (error instanceof ConnectionException connection) {
            return connection.isRepeatable() ? Outcome.REFUSED : Outcome.UNKNOWN;
        }
        boolean isSent = error instanceof StatementTimeoutException && scope != Scope.TRANSACTION;
        return isSent || scope == Scope.DRIVER ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof PessimisticLockingFailureException || error instanceof BadSqlGrammarException;
    }

    /** Counts an error, and separates errors that no document names. */
    void count(Throwable error) {
        boolean isDocumented = error instanceof MapperException
                || error instanceof DataAccessException
                || error instanceof TransactionException
                || error instanceof R2dbcException;
        String name = error.getClass().getSimpleName();
        counts.computeIfAbsent(name, each -> new LongAdder()).increment();
        if (!isDocumented) {
            undocumented
                    .computeIfAbsent(error.toString(), each -> new LongAdder())
                    .increment();
        }
    }

    Map<String, LongAdder> counts() {
        return new TreeMap<>(counts);
    }

    Map<String, LongAdder> undocumented() {
        return new TreeMap<>(undocumented);
    }

    /** Who runs a write. */
    enum Scope {

        /** The mapper, with one statement or a transaction of its own. */
        MAPPER,

        /** A transaction whose error says whether COMMIT was sent. */
        TRANSACTION,

        /** A transaction whose error does not say it. */
        DRIVER
    }
}
