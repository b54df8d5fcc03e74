package dev.kindred.type;

import dev.kindred.error.MappingException;
import dev.kindred.internal.util.Faults;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A user-defined class that a codec converts. An instance of the codec in the context has precedence over {@code own}.
 *
 * @param codec the class of the codec
 * @param own an instance, or null if only the context has one
 */
record CodecType<T, W>(
        Class<T> javaType, Class<?> codec, @Nullable Codec<T, W> own, SqlType<W> base) implements SqlType<T> {

    /** Returns the type over another form of the base type. */
    CodecType<T, W> over(UnaryOperator<SqlType<W>> form) {
        return new CodecType<>(javaType, codec, own, form.apply(base));
    }

    @Override
    public TypeName name() {
        return base.name();
    }

    @Override
    public Class<?> wireType() {
        return base.wireType();
    }

    @Override
    public boolean castOnWrite() {
        return base.castOnWrite();
    }

    @Override
    public boolean readAsText() {
        return base.readAsText();
    }

    @Override
    public @Nullable TypeName castOnRead() {
        return base.castOnRead();
    }

    @Override
    public List<String> enumLabels() {
        return base.enumLabels();
    }

    @Override
    public Object toWire(T value, WireContext context) {
        Codec<T, W> converter = in(context);
        return base.toWire(guarded(converter, () -> converter.encode(value)), context);
    }

    @Override
    public @Nullable T fromWire(Object wire, WireContext context) {
        @Nullable W value = base.fromWire(wire, context);
        if (value == null) {
            return null;
        }
        Codec<T, W> converter = in(context);
        return guarded(converter, () -> converter.decode(value));
    }

    @SuppressWarnings("unchecked") // the class of the codec has the type arguments
    private Codec<T, W> in(WireContext context) {
        Codec<?, ?> given = context.codec(codec);
        if (given != null) {
            return (Codec<T, W>) given;
        }
        if (own != null) {
            return own;
        }
        throw new MappingException("A value of " + javaType.getSimpleName() + " needs an instance of the codec "
                + codec.getName() + ", which has no constructor without parameters, and the mapper has no instance."
                + " Register one with codec(..) when the mapper is built. With Spring Boot, declare it as a bean.");
    }

    /** The message of an exception from a codec may contain the value. */
    private static <A> A guarded(Codec<?, ?> codec, Supplier<A> conversion) {
        try {
            return conversion.get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "its codec " + codec.getClass().getName() + " threw " + Faults.of(e, codec.getClass()));
        }
    }
}
