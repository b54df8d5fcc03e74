package dev.kindred.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps values of a Java type to columns of a PostgreSQL type. Instances are constants of {@link SqlTypes} or created by
 * its methods. They are immutable and thread-safe, and compared by identity.
 *
 * @param <T> the Java type
 */
public interface SqlType<T> {

    /** Returns the Java class; the erasure of a generic type. */
    Class<?> javaType();

    /** Returns the PostgreSQL type. */
    TypeName name();

    /** Returns the class of the values that the driver sends and receives. */
    Class<?> wireType();

    /** Returns whether a received value needs no conversion, so that {@link #fromWire} can be skipped. */
    default boolean readsAsReceived() {
        return false;
    }

    /**
     * Returns whether a parameter needs a cast to {@link #name()}, because the driver does not send that type itself.
     */
    boolean castOnWrite();

    /** Returns whether a selected column is cast to text, because the driver cannot read its binary form. */
    boolean readAsText();

    /** Returns the type that a selected column is cast to, or null if the driver reads it without a cast. */
    default @Nullable TypeName castOnRead() {
        return readAsText() ? TypeName.builtIn("text") : null;
    }

    /**
     * Returns the labels of the PostgreSQL enum type, or of the element type of an array. Empty for all other types.
     */
    default List<String> enumLabels() {
        return List.of();
    }

    /**
     * Converts a value to the value to send.
     *
     * @throws IllegalArgumentException if the column type cannot hold it; the message does not contain the value
     */
    Object toWire(T value, WireContext context);

    /**
     * Converts a received value. Returns null for a JSON null.
     *
     * @throws IllegalArgumentException if the Java type cannot hold it; the message does not contain the value
     */
    @Nullable
    T fromWire(Object wire, WireContext context);
}
