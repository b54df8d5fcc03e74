package dev.kindred.type;

/** A type that the driver reads and writes natively. */
record DirectType<T>(Class<T> javaType, TypeName name) implements SqlType<T> {

    @Override
    public Class<?> wireType() {
        return javaType;
    }

    @Override
    public boolean readsAsReceived() {
        return true;
    }

    @Override
    public boolean castOnWrite() {
        return false;
    }

    @Override
    public boolean readAsText() {
        return false;
    }

    @Override
    public Object toWire(T value, WireContext context) {
        return value;
    }

    @Override
    public T fromWire(Object wire, WireContext context) {
        return javaType.cast(wire);
    }
}
