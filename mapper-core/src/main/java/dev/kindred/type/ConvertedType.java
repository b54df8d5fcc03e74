package dev.kindred.type;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type that converts values to and from a base type. */
record ConvertedType<T, W>(
        Class<?> javaType, TypeName name, SqlType<W> base, Cast cast, Function<T, W> encode, Function<W, T> decode)
        implements SqlType<T> {

    /** Whether the SQL text needs a cast. */
    enum Cast {
        NONE,
        BOTH_WAYS
    }

    /** Returns the type over another form of the base type. */
    ConvertedType<T, W> over(UnaryOperator<SqlType<W>> form) {
        return new ConvertedType<>(javaType, name, form.apply(base), cast, encode, decode);
    }

    @Override
    public Class<?> wireType() {
        return base.wireType();
    }

    @Override
    public boolean castOnWrite() {
        return cast != Cast.NONE || base.castOnWrite();
    }

    @Override
    public boolean readAsText() {
        return (cast == Cast.BOTH_WAYS && wireType() == String.class) || base.readAsText();
    }

    /** The driver may not support the column type. It supports the base type. */
    @Override
    public @Nullable TypeName castOnRead() {
        if (readAsText()) {
            return TypeName.builtIn("text");
        }
        return cast == Cast.NONE || base.castOnRead() != null ? base.castOnRead() : base.name();
    }

    @Override
    public List<String> enumLabels() {
        boolean isDatabaseEnum = javaType.isEnum() && base.javaType() == String.class && cast == Cast.BOTH_WAYS;
        return isDatabaseEnum
                ? Stream.of(javaType.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : base.enumLabels();
    }

    @Override
    public Object toWire(T value, WireContext context) {
        return base.toWire(encode.apply(value), context);
    }

    @Override
    public @Nullable T fromWire(Object wire, WireContext context) {
        @Nullable W value = base.fromWire(wire, context);
        if (value == null) {
            return null;
        }
        try {
            return decode.apply(value);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // Their messages contain the value.
            throw new IllegalArgumentException("the value is not one of " + javaType.getSimpleName());
        }
    }
}
