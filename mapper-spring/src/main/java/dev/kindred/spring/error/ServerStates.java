package dev.kindred.spring.error;

import dev.kindred.error.MapperException;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * The meaning of SQLSTATEs without a class of their own in the mapper (PostgreSQL manual, appendix A). Thread-safe: it
 * has no state.
 */
final class ServerStates {

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String READ_ONLY_TRANSACTION = "25006";

    /** Violations of exclusion constraints. */
    static final String EXCLUSION = "23P01";

    /** Texts and numbers of a caller that do not fit: length, range, time and encoding. */
    private static final Set<String> MISFITS = Set.of("22001", "22003", "22007", "22008", "22021", "22P02", "22P05");

    /** Feature not supported, invalid references and syntax. */
    private static final Set<String> USAGE = Set.of("07", "0A", "21", "26", "2A", "37", "42", "65");

    private static final Set<String> RESOURCES = Set.of("08", "53", "54", "55", "57", "58");

    private ServerStates() {}

    /** Returns whether a transaction failed because of concurrent ones, and can be repeated. */
    static boolean isConcurrencyFailure(String sqlState) {
        return sqlState.startsWith("40");
    }

    /** Returns whether the server lacks a resource, such as memory or disk space. */
    static boolean isLackOfResources(String sqlState) {
        return sqlState.startsWith("53");
    }

    /** Returns whether a value does not fit its column, and not whether an expression failed. */
    static boolean isMisfit(String sqlState) {
        return MISFITS.contains(sqlState);
    }

    /** Returns the exception of Spring for a statement that the server refused. */
    static DataAccessException exception(String sqlState, String message, MapperException error) {
        if (sqlState.equals(SERIALIZATION_FAILURE)) {
            return new CannotAcquireLockException(message, error);
        }
        if (isConcurrencyFailure(sqlState)) {
            return new PessimisticLockingFailureException(message, error);
        }
        if (sqlState.equals(INSUFFICIENT_PRIVILEGE) || sqlState.equals(READ_ONLY_TRANSACTION)) {
            return new PermissionDeniedDataAccessException(message, error);
        }
        String group = sqlState.length() < 2 ? "" : sqlState.substring(0, 2);
        if (group.equals("23") || group.equals("27") || group.equals("44")) {
            return new DataIntegrityViolationException(message, error);
        }
        if (USAGE.contains(group)) {
            return new InvalidDataAccessResourceUsageException(message, error);
        }
        return RESOURCES.contains(group)
                ? new DataAccessResourceFailureException(message, error)
                : new OtherDataAccessException(message, error);
    }
}
