package dev.kindred.spring.error;

import dev.kindred.error.MapperException;
import org.springframework.dao.UncategorizedDataAccessException;

/** An error of the mapper that Spring has no class for. */
final class OtherDataAccessException extends UncategorizedDataAccessException {

    private static final long serialVersionUID = 1L;

    OtherDataAccessException(String message, MapperException cause) {
        super(message, cause);
    }
}
