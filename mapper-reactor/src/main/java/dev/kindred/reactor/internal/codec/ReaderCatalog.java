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
        PostgresqlObjectId arrayType = PostgresqlObjectId.valueOf(dataType.name() + "_ARRAY");
        return add(type, dataType, reader).add(type.arrayType(), arrayType, new ArrayReader<>(type, reader));
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
