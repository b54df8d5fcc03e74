package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Readers of the binary format for the types that the driver also reads rightly. */
final class BinaryReaders {

    /** The types that the driver reads as String from their bytes in UTF-8. */
    static final Set<PostgresqlObjectId> TEXTS = Set.of(
            PostgresqlObjectId.TEXT,
            PostgresqlObjectId.VARCHAR,
            PostgresqlObjectId.BPCHAR,
            PostgresqlObjectId.NAME,
            PostgresqlObjectId.CHAR,
            PostgresqlObjectId.UNKNOWN);

    private static final Map<Class<?>, TypeReaders> READERS = readers();

    private BinaryReaders() {}

    /** Returns the reader of a column as {@code type}, or null. */
    static @Nullable ValueReader<?> find(Class<?> type, int dataType) {
        TypeReaders readers = READERS.get(type);
        ValueReader<?> reader = readers == null ? null : readers.find(dataType);
        return reader == null && type == String.class && isUnknown(dataType)
                ? (ValueReader<String>) BinaryReaders::string
                : reader;
    }

    /** Returns whether the driver does not know the type, such as an enum or an extension's. It reads it as text. */
    static boolean isUnknown(int dataType) {
        return !PostgresqlObjectId.isValid(dataType);
    }

    static UUID uuid(ByteBuf buffer, int start, int length) {
        return new UUID(buffer.getLong(start), buffer.getLong(start + Long.BYTES));
    }

    static String string(ByteBuf buffer, int start, int length) {
        return buffer.toString(start, length, StandardCharsets.UTF_8);
    }

    private static Map<Class<?>, TypeReaders> readers() {
        ReaderCatalog catalog = new ReaderCatalog()
                .valueAndOneDimension(
                        Short.class, PostgresqlObjectId.INT2, (buffer, start, length) -> buffer.getShort(start))
                .value(Integer.class, PostgresqlObjectId.INT2, (buffer, start, length) -> (int) buffer.getShort(start))
                .valueAndOneDimension(
                        Integer.class, PostgresqlObjectId.INT4, (buffer, start, length) -> buffer.getInt(start))
                .value(Long.class, PostgresqlObjectId.INT2, (buffer, start, length) -> (long) buffer.getShort(start))
                .value(Long.class, PostgresqlObjectId.INT4, (buffer, start, length) -> (long) buffer.getInt(start))
                .valueAndOneDimension(
                        Long.class, PostgresqlObjectId.INT8, (buffer, start, length) -> buffer.getLong(start))
                .valueAndOneDimension(
                        Float.class, PostgresqlObjectId.FLOAT4, (buffer, start, length) -> buffer.getFloat(start))
                .valueAndOneDimension(
                        Double.class, PostgresqlObjectId.FLOAT8, (buffer, start, length) -> buffer.getDouble(start))
                .valueAndOneDimension(
                        Boolean.class, PostgresqlObjectId.BOOL, (buffer, start, length) -> buffer.getBoolean(start))
                .valueAndOneDimension(UUID.class, PostgresqlObjectId.UUID, BinaryReaders::uuid)
                .value(byte[].class, PostgresqlObjectId.BYTEA, ByteBufUtil::getBytes);
        TEXTS.forEach(dataType -> catalog.value(String.class, dataType, BinaryReaders::string));
        for (PostgresqlObjectId dataType :
                List.of(PostgresqlObjectId.TEXT, PostgresqlObjectId.VARCHAR, PostgresqlObjectId.BPCHAR)) {
            catalog.valueAndOneDimension(String.class, dataType, BinaryReaders::string);
        }
        return catalog.build();
    }
}
