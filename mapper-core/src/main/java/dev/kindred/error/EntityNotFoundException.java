package dev.kindred.error;

import org.jspecify.annotations.Nullable;

/** A required row does not exist: {@code get} matched no row, or an update addressed a deleted row. */
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

    /** Returns the entity class, or null if it is unknown. */
    public final @Nullable Class<?> entity() {
        return entity;
    }

    /**
     * Returns the key that matched no row. A composite key is a list of its parts, in the order of the members. Null if
     * several rows were requested, and after serialization. The message does not contain the key.
     */
    public final @Nullable Object key() {
        return key;
    }
}
