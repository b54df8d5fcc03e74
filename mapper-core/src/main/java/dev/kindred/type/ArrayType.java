package dev.kindred.type;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A one-dimensional array, as a Java array or as a {@link List}. Elements may be null unless the component is
 * primitive.
 */
record ArrayType<T, E>(Class<?> javaType, Class<?> wireType, SqlType<E> element, Class<?> component)
        implements SqlType<T> {

    static <E> SqlType<List<E>> list(SqlType<E> element) {
        return new ArrayType<>(List.class, wireTypeOf(element), element, element.javaType());
    }

    static <T, E> SqlType<T> array(SqlType<E> element, Class<T> javaType) {
        return new ArrayType<>(javaType, wireTypeOf(element), element, javaType.getComponentType());
    }

    private static Class<?> wireTypeOf(SqlType<?> element) {
        return element.wireType().arrayType();
    }

    @Override
    public TypeName name() {
        return element.name().asArray();
    }

    @Override
    public boolean castOnWrite() {
        return element.castOnWrite();
    }

    @Override
    public boolean readAsText() {
        return element.readAsText();
    }

    @Override
    public @Nullable TypeName castOnRead() {
        @Nullable TypeName cast = element.castOnRead();
        return cast == null ? null : cast.asArray();
    }

    @Override
    public List<String> enumLabels() {
        return element.enumLabels();
    }

    @Override
    @SuppressWarnings("unchecked") // the elements of a T are E by construction
    public Object toWire(T value, WireContext context) {
        @Nullable List<?> list = value instanceof List<?> given ? given : null;
        int length = list == null ? Array.getLength(value) : list.size();
        @Nullable Object[] wire = (Object[]) Array.newInstance(element.wireType(), length);
        for (int i = 0; i < length; i++) {
            @Nullable Object item = list == null ? Array.get(value, i) : list.get(i);
            wire[i] = item == null ? null : element.toWire((E) item, context);
        }
        return wire;
    }

    @Override
    @SuppressWarnings("unchecked") // T is List or the array of component
    public T fromWire(Object wire, WireContext context) {
        Object[] items = (Object[]) wire;
        if (javaType == List.class) {
            List<@Nullable Object> list = new ArrayList<>(items.length);
            for (Object item : items) {
                list.add(item == null ? null : element.fromWire(item, context));
            }
            return (T) Collections.unmodifiableList(list);
        }
        Object array = Array.newInstance(component, items.length);
        for (int i = 0; i < items.length; i++) {
            if (items[i] == null && component.isPrimitive()) {
                throw new IllegalArgumentException("an element is null, which " + component + "[] cannot hold");
            }
            Array.set(array, i, items[i] == null ? null : element.fromWire(items[i], context));
        }
        return (T) array;
    }
}
