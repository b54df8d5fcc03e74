package dev.kindred.type;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A JSON document. */
record JsonType<T>(Class<?> javaType, Type genericType, TypeName name) implements SqlType<T> {

    @Override
    public Class<?> wireType() {
        return String.class;
    }

    @Override
    public boolean castOnWrite() {
        return true;
    }

    @Override
    public boolean readAsText() {
        return true;
    }

    @Override
    public Object toWire(T value, WireContext context) {
        return Texts.storable(context.json().write(value, genericType));
    }

    @Override
    @SuppressWarnings("unchecked") // the type argument comes from the declaration of the member
    public @Nullable T fromWire(Object wire, WireContext context) {
        return (T) context.json().read((String) wire, genericType);
    }
}
