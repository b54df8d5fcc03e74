package dev.kindred.type;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A type that goes through another one on its way to and from the driver. */
record ConvertedType<T, W>(
        Class<?> javaType, TypeName name, SqlType<W> base, Cast cast, Function<T, W> encode, Function<W, T> decode)
        implements SqlType<T> {

    /** Where the SQL text needs a cast. */
    enum Cast {
        NONE,
        ON_WRITE,
        BOTH_WAYS
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
        return cast == Cast.BOTH_WAYS || base.readAsText();
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
    public Object toWire(T value, JsonFormat json) {
        return base.toWire(encode.apply(value), json);
    }

    @Override
    public T fromWire(Object wire, JsonFormat json) {
        W value = base.fromWire(wire, json);
        try {
            return decode.apply(value);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // Their messages show the value.
            throw new IllegalArgumentException("the value is not one of " + javaType.getSimpleName());
        }
    }
}
