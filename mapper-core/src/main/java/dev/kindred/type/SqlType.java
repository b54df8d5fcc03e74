package dev.kindred.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values of a Java type are written to and read from columns of a PostgreSQL type. Instances are constants of {@link SqlTypes} or
 * made by its methods; they are immutable and thread-safe, and equal when they are the same instance.
 *
 * @param <T> the Java type
 */
public interface SqlType<T> {

    /** Returns the Java class, for a generic type its erasure. */
    Class<?> javaType();

    /** Returns the PostgreSQL type. */
    TypeName name();

    /** Returns the class of the values exchanged with the driver. */
    Class<?> wireType();

    /** Tells whether a received value is the value, so that {@link #fromWire} need not be asked. */
    default boolean readsAsReceived() {
        return false;
    }

    /** Tells whether a parameter needs a cast to {@link #name()}, since the driver does not send that type by itself. */
    boolean castOnWrite();

    /** Tells whether a column is selected with a cast to text, since its binary form is not one the driver reads. */
    boolean readAsText();

    /** Returns the type that a column is cast to where it is selected, or null when the driver reads it as it is. */
    default @Nullable TypeName castOnRead() {
        return readAsText() ? TypeName.builtIn("text") : null;
    }

    /** Returns the labels of the PostgreSQL enum type, or of the elements of an array of one; of any other type none. */
    default List<String> enumLabels() {
        return List.of();
    }

    /**
     * Returns the value to send.
     *
     * @throws IllegalArgumentException when the column type cannot hold it; the message does not contain the value
     */
    Object toWire(T value, JsonFormat json);

    /**
     * Returns the value for a received one; null for a JSON null.
     *
     * @throws IllegalArgumentException when the Java type cannot hold it; the message does not contain the value
     */
    @Nullable
    T fromWire(Object wire, JsonFormat json);
}
