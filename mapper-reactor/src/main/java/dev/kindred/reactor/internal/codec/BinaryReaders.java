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

    private static final Unboxed.Booleans BOOLEAN = (buffer, start, length) -> buffer.getBoolean(start);
    private static final Unboxed.Shorts SHORT = (buffer, start, length) -> buffer.getShort(start);
    private static final Unboxed.Ints INTEGER = (buffer, start, length) -> buffer.getInt(start);
    private static final Unboxed.Ints SHORT_AS_INTEGER = (buffer, start, length) -> buffer.getShort(start);
    private static final Unboxed.Longs LONG = (buffer, start, length) -> buffer.getLong(start);
    private static final Unboxed.Longs SHORT_AS_LONG = (buffer, start, length) -> buffer.getShort(start);
    private static final Unboxed.Longs INTEGER_AS_LONG = (buffer, start, length) -> buffer.getInt(start);
    private static final Unboxed.Floats FLOAT = (buffer, start, length) -> buffer.getFloat(start);
    private static final Unboxed.Doubles DOUBLE = (buffer, start, length) -> buffer.getDouble(start);

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
                .valueAndOneDimension(Short.class, PostgresqlObjectId.INT2, SHORT)
                .value(Integer.class, PostgresqlObjectId.INT2, SHORT_AS_INTEGER)
                .valueAndOneDimension(Integer.class, PostgresqlObjectId.INT4, INTEGER)
                .value(Long.class, PostgresqlObjectId.INT2, SHORT_AS_LONG)
                .value(Long.class, PostgresqlObjectId.INT4, INTEGER_AS_LONG)
                .valueAndOneDimension(Long.class, PostgresqlObjectId.INT8, LONG)
                .valueAndOneDimension(Float.class, PostgresqlObjectId.FLOAT4, FLOAT)
                .valueAndOneDimension(Double.class, PostgresqlObjectId.FLOAT8, DOUBLE)
                .valueAndOneDimension(Boolean.class, PostgresqlObjectId.BOOL, BOOLEAN)
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
