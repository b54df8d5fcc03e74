package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/**
 * A value or an entity does not fit its mapping: a null for a non-null member, a value that the column cannot hold, or
 * a missing model.
 */
public final class MappingException extends MapperException {

    private static final long serialVersionUID = 1L;

    public MappingException(String message) {
        super(message);
    }

    public MappingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
