package dev.kindred.reactor.internal.codec;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Collects the readers by Java type and PostgreSQL type, with the readers of arrays. */
final class ReaderCatalog {

    private final Map<Class<?>, Map<PostgresqlObjectId, ValueReader<?>>> readers = new HashMap<>();

    /** Adds the reader of a value. */
    <T> ReaderCatalog value(Class<T> type, PostgresqlObjectId dataType, ValueReader<? extends T> reader) {
        return add(type, dataType, reader);
    }

    /** Adds the readers of a value and of an array of such values. */
    <T> ReaderCatalog valueAndArray(Class<T> type, PostgresqlObjectId dataType, ValueReader<? extends T> reader) {
        return add(type, dataType, reader).add(type.arrayType(), arrayOf(dataType), new ArrayReader<>(type, reader));
    }

    /** Adds the readers of a value and of a one-dimensional array of such values. The driver reads other arrays. */
    <T> ReaderCatalog valueAndOneDimension(Class<T> type, PostgresqlObjectId dataType, ValueReader<T> reader) {
        ArrayReader<T> arrays = new ArrayReader<>(type, reader);
        ValueReader<Object> oneDimension = (buffer, start, length) ->
                ArrayReader.dimensions(buffer, start) > 1 ? ValueReader.BY_DRIVER : arrays.read(buffer, start, length);
        return add(type, dataType, reader).add(type.arrayType(), arrayOf(dataType), oneDimension);
    }

    private static PostgresqlObjectId arrayOf(PostgresqlObjectId dataType) {
        return PostgresqlObjectId.valueOf(dataType.name() + "_ARRAY");
    }

    Map<Class<?>, TypeReaders> build() {
        Map<Class<?>, TypeReaders> built = new HashMap<>();
        this.readers.forEach((type, byDataType) -> built.put(type, new TypeReaders(byDataType)));
        return built;
    }

    private ReaderCatalog add(Class<?> type, PostgresqlObjectId dataType, ValueReader<?> reader) {
        this.readers
                .computeIfAbsent(type, missing -> new EnumMap<>(PostgresqlObjectId.class))
                .put(dataType, reader);
        return this;
    }
}
