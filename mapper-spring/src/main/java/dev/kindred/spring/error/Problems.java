package dev.kindred.spring.error;

import dev.kindred.error.CheckViolationException;
import dev.kindred.error.ConnectionException;
import dev.kindred.error.DataException;
import dev.kindred.error.EntityNotFoundException;
import dev.kindred.error.ForeignKeyViolationException;
import dev.kindred.error.InputException;
import dev.kindred.error.InputViolation;
import dev.kindred.error.InvalidCursorException;
import dev.kindred.error.LockNotAvailableException;
import dev.kindred.error.MapperException;
import dev.kindred.error.NotNullViolationException;
import dev.kindred.error.OrphanedRowsException;
import dev.kindred.error.PoolTimeoutException;
import dev.kindred.error.StaleStatementException;
import dev.kindred.error.StaleVersionException;
import dev.kindred.error.StatementException;
import dev.kindred.error.StatementTimeoutException;
import dev.kindred.error.TransactionException;
import dev.kindred.error.UniqueViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * The problem detail of each exception of the mapper. It contains members and relations, and neither SQL, nor tables,
 * columns or values. Thread-safe: it has no state.
 */
final class Problems {

    private static final String UNAVAILABLE = "The service cannot handle the request now. Repeat it later.";

    private Problems() {}

    /** Returns the problem detail of {@code error}. A stale version is 412 {@code ifMatch}, and else 409. */
    static ProblemDetail of(MapperException error, boolean ifMatch) {
        if (error instanceof EntityNotFoundException) {
            return problem(HttpStatus.NOT_FOUND, "NOT_FOUND", "The requested resource does not exist.");
        }
        if (error instanceof StaleVersionException) {
            return problem(
                    ifMatch ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT,
                    "STALE_VERSION",
                    "The resource was changed or deleted since it was read. Read it again.");
        }
        if (error instanceof OrphanedRowsException) {
            return problem(HttpStatus.CONFLICT, "ORPHANED_ROWS", "The replacement would remove related resources.");
        }
        if (error instanceof InputException input) {
            return invalid(
                    "INVALID_INPUT",
                    "The input is invalid.",
                    input.violations().stream().map(Problems::properties).toList());
        }
        if (error instanceof InvalidCursorException) {
            return invalid(
                    "INVALID_PARAMETERS",
                    "The cursor is invalid. Start from the first page.",
                    List.of(Map.of("parameter", "cursor", "code", "INVALID_CURSOR")));
        }
        if (error instanceof StatementException refused) {
            return refused(refused);
        }
        return isUnavailable(error) ? unavailable() : internal();
    }

    /** Returns a problem detail with status 400. */
    static ProblemDetail invalid(String code, String detail, List<Map<String, Object>> violations) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, code, detail);
        problem.setProperty("violations", violations);
        return problem;
    }

    /** Returns the members of the JSON object. A mapper without Spring's mixin would nest the additional ones. */
    static Map<String, Object> properties(ProblemDetail problem) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", String.valueOf(problem.getTitle()));
        properties.put("status", problem.getStatus());
        properties.put("detail", String.valueOf(problem.getDetail()));
        @Nullable Map<String, Object> additional = problem.getProperties();
        if (additional != null) {
            properties.putAll(additional);
        }
        return properties;
    }

    private static boolean isUnavailable(MapperException error) {
        return error instanceof PoolTimeoutException
                || error instanceof ConnectionException
                || error instanceof StatementTimeoutException
                || (error instanceof TransactionException
                        && error.getCause() instanceof StatementException first
                        && ServerStates.isConcurrencyFailure(first.sqlState()));
    }

    private static ProblemDetail refused(StatementException error) {
        if (error instanceof UniqueViolationException) {
            return violated("UNIQUE_VIOLATION", "A resource with the same " + names(error) + " already exists.", error);
        }
        if (error instanceof ForeignKeyViolationException) {
            return violated(
                    "FOREIGN_KEY_VIOLATION",
                    "A referenced resource does not exist, or other resources reference this one.",
                    error);
        }
        if (error.sqlState().equals(ServerStates.EXCLUSION)) {
            return violated("EXCLUSION_VIOLATION", "The resource conflicts with an existing one.", error);
        }
        if (error instanceof NotNullViolationException) {
            return misfit("NOT_NULL_VIOLATION", "A required value is missing.", "NULL", error);
        }
        if (error instanceof CheckViolationException) {
            return misfit("CHECK_VIOLATION", "The values violate a rule.", "CHECK", error);
        }
        if (error instanceof DataException && ServerStates.isMisfit(error.sqlState())) {
            return misfit("INVALID_VALUE", "A value cannot be stored.", "NOT_STORABLE", error);
        }
        boolean isTransient = error instanceof LockNotAvailableException
                || error instanceof StaleStatementException
                || ServerStates.isConcurrencyFailure(error.sqlState())
                || ServerStates.isLackOfResources(error.sqlState());
        return isTransient ? unavailable() : internal();
    }

    private static String names(StatementException error) {
        return error.members().isEmpty() ? "unique value" : String.join(" and ", error.members());
    }

    private static ProblemDetail violated(String code, String detail, StatementException error) {
        ProblemDetail problem = problem(HttpStatus.CONFLICT, code, detail);
        if (!error.members().isEmpty()) {
            problem.setProperty("members", error.members());
        }
        addRelation(problem, error);
        return problem;
    }

    private static ProblemDetail misfit(String code, String detail, String violation, StatementException error) {
        ProblemDetail problem = invalid(
                code,
                detail,
                error.members().stream()
                        .map(member -> Map.<String, Object>of("member", member, "code", violation))
                        .toList());
        addRelation(problem, error);
        return problem;
    }

    private static void addRelation(ProblemDetail problem, StatementException error) {
        @Nullable String relation = error.relation();
        if (relation != null) {
            problem.setProperty("relation", relation);
        }
    }

    private static Map<String, Object> properties(InputViolation violation) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("member", violation.member());
        properties.put("code", violation.code().name());
        if (violation.limit() != null) {
            properties.put("limit", violation.limit());
        }
        return properties;
    }

    private static ProblemDetail unavailable() {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", UNAVAILABLE);
    }

    private static ProblemDetail internal() {
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "The request failed.");
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        return problem;
    }
}
