package dev.kindred.spring.error;

import dev.kindred.error.MapperException;
import dev.kindred.internal.util.Checks;

/**
 * Translates exceptions of the mapper into Spring's {@link org.springframework.dao.DataAccessException}s. The exception
 * of the mapper is the cause, and the messages are equal. Thread-safe: it has no state.
 *
 * <pre>{@code mapper.insert(user).onErrorMap(KindredExceptionTranslator::translate)}</pre>
 *
 * <p>The transaction retries of the mapper also work with translated exceptions.
 */
public final class KindredExceptionTranslator {

    private KindredExceptionTranslator() {}

    /**
     * Returns the {@link org.springframework.dao.DataAccessException} for a {@link MapperException}. Returns any other
     * exception unchanged.
     */
    public static Throwable translate(Throwable error) {
        return Checks.notNull(error, "error") instanceof MapperException failure ? DataAccessErrors.of(failure) : error;
    }
}
