package dev.kindred.error;

/**
 * A row references a row of a type that its relation does not have. The relation has the names of its types in a
 * column, {@code @BelongsToOneOf(type = ..)}.
 */
public final class UnknownTypeException extends MapperException {

    private static final long serialVersionUID = 1L;

    private final String type;

    public UnknownTypeException(String message, String type) {
        super(message);
        this.type = type;
    }

    /** Returns the name of the type, as the column has it. */
    public final String type() {
        return type;
    }
}
