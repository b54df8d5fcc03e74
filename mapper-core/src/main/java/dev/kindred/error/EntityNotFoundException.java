package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A required row does not exist: {@code get} without a row, an update of a row that is gone. */
public final class EntityNotFoundException extends MapperException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Class<?> entity;

    private final transient @Nullable Object key;

    public EntityNotFoundException(String message) {
        this(message, null, null);
    }

    public EntityNotFoundException(String message, @Nullable Class<?> entity, @Nullable Object key) {
        super(message);
        this.entity = entity;
        this.key = key;
    }

    /** Returns the class of the entity, or null when it is not known. */
    public final @Nullable Class<?> entity() {
        return entity;
    }

    /**
     * Returns the key that no row has; a list of the parts, in the order of the members, when it has several; null when several rows were
     * asked for, and after the exception was serialized. The message does not show it.
     */
    public final @Nullable Object key() {
        return key;
    }
}
