package dev.kindred.type;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A type that checks values before they are sent and reads them like its base type. */
record CheckedType<T>(SqlType<T> base, UnaryOperator<T> check) implements SqlType<T> {

    @Override
    public Class<?> javaType() {
        return base.javaType();
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
    public boolean readsAsReceived() {
        return base.readsAsReceived();
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
        return base.toWire(check.apply(value), context);
    }

    @Override
    public @Nullable T fromWire(Object wire, WireContext context) {
        return base.fromWire(wire, context);
    }
}
