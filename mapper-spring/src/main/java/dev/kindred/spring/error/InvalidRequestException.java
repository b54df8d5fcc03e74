package dev.kindred.spring.error;

import dev.kindred.internal.util.Checks;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Parameters of a request are invalid, such as {@code limit} or {@code sort}. Contains all violations, also in its
 * problem detail. Nothing was sent to the database. The status of the response is 400.
 */
public final class InvalidRequestException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf returns a serializable list
    private final List<ParameterViolation> violations;

    public InvalidRequestException(List<ParameterViolation> violations) {
        super(HttpStatus.BAD_REQUEST, problem(Checks.noNulls(violations, "violations")), null);
        this.violations = List.copyOf(violations);
    }

    /** Returns all violations, in the order of the parameters. */
    public List<ParameterViolation> violations() {
        return violations;
    }

    private static ProblemDetail problem(List<ParameterViolation> violations) {
        String detail = violations.stream().map(ParameterViolation::toString).collect(Collectors.joining(" "));
        return Problems.invalid(
                "INVALID_PARAMETERS",
                detail,
                violations.stream().map(ParameterViolation::properties).toList());
    }
}
