package dev.kindred.spring.error;

import dev.kindred.error.AfterCommitException;
import dev.kindred.error.CheckViolationException;
import dev.kindred.error.ConnectionException;
import dev.kindred.error.DataException;
import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.InputException;
import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.LockNotAvailableException;
import dev.kindred.error.MapperException;
import dev.kindred.error.MappingException;
import dev.kindred.error.NonUniqueResultException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.OrphanedRowsException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.error.PreloadLimitException;
import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.error.RelationNotLoadedException;
import dev.kindred.error.SchemaMismatchException;
import dev.kindred.error.SessionStateException;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.error.StatementException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.TenantException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.TransactionOutcomeUnknownException;
import dev.kindred.error.UniqueViolationException;
import dev.kindred.error.UnknownTypeException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.TypeMismatchDataAccessException;

/** The exception of Spring for each class of the mapper's exceptions. Thread-safe: it has no state. */
final class DataAccessErrors {

    private static final Map<Class<? extends MapperException>, Translation> TRANSLATIONS = translations();

    private DataAccessErrors() {}

    static DataAccessException of(MapperException error) {
        Translation translation = TRANSLATIONS.getOrDefault(error.getClass(), OtherDataAccessException::new);
        return translation.of(String.valueOf(error.getMessage()), error);
    }

    private static Map<Class<? extends MapperException>, Translation> translations() {
        Map<Class<? extends MapperException>, Translation> all = new HashMap<>();
        all.put(MapperException.class, OtherDataAccessException::new);
        addStatements(all);
        addTransactions(all);
        all.put(
                EntityNotFoundException.class,
                (message, error) -> new EmptyResultDataAccessException(message, 1, error));
        all.put(
                NonUniqueResultException.class,
                (message, error) -> new IncorrectResultSizeDataAccessException(message, 1, error));
        all.put(StaleVersionException.class, OptimisticLockingFailureException::new);
        all.put(OrphanedRowsException.class, DataIntegrityViolationException::new);
        all.put(InputException.class, InvalidDataAccessApiUsageException::new);
        all.put(InvalidCursorException.class, InvalidDataAccessApiUsageException::new);
        all.put(MappingException.class, InvalidDataAccessApiUsageException::new);
        all.put(PreloadLimitException.class, InvalidDataAccessApiUsageException::new);
        all.put(RelationKeyMissingException.class, InvalidDataAccessApiUsageException::new);
        all.put(RelationNotLoadedException.class, InvalidDataAccessApiUsageException::new);
        all.put(SessionStateException.class, InvalidDataAccessApiUsageException::new);
        all.put(TenantException.class, InvalidDataAccessApiUsageException::new);
        all.put(SchemaMismatchException.class, InvalidDataAccessResourceUsageException::new);
        all.put(UnknownTypeException.class, TypeMismatchDataAccessException::new);
        return Map.copyOf(all);
    }

    private static void addStatements(Map<Class<? extends MapperException>, Translation> all) {
        all.put(UniqueViolationException.class, DuplicateKeyException::new);
        all.put(ForeignKeyViolationException.class, DataIntegrityViolationException::new);
        all.put(NotNullViolationException.class, DataIntegrityViolationException::new);
        all.put(CheckViolationException.class, DataIntegrityViolationException::new);
        all.put(DataException.class, DataIntegrityViolationException::new);
        all.put(LockNotAvailableException.class, CannotAcquireLockException::new);
        all.put(StaleStatementException.class, TransientDataAccessResourceException::new);
        all.put(StatementTimeoutException.class, QueryTimeoutException::new);
        all.put(StatementException.class, DataAccessErrors::refused);
        all.put(ConnectionException.class, DataAccessResourceFailureException::new);
        all.put(PoolTimeoutException.class, TransientDataAccessResourceException::new);
    }

    private static void addTransactions(Map<Class<? extends MapperException>, Translation> all) {
        all.put(TransactionException.class, DataAccessErrors::rolledBack);
        all.put(TransactionOutcomeUnknownException.class, DataAccessResourceFailureException::new);
        all.put(AfterCommitException.class, OtherDataAccessException::new);
    }

    private static DataAccessException refused(String message, MapperException error) {
        String sqlState = error instanceof StatementException refused ? refused.sqlState() : "";
        return ServerStates.exception(sqlState, message, error);
    }

    /** A transaction that failed because of concurrent ones has the exception of the failed statement. */
    private static DataAccessException rolledBack(String message, MapperException error) {
        @Nullable Throwable cause = error.getCause();
        return cause instanceof StatementException first && ServerStates.isConcurrencyFailure(first.sqlState())
                ? ServerStates.exception(first.sqlState(), message, error)
                : new RecoverableDataAccessException(message, error);
    }

    /** Creates the exception of Spring. */
    @FunctionalInterface
    private interface Translation {

        DataAccessException of(String message, MapperException error);
    }
}
