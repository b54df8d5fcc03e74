package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Readers of the text format, in which the server writes each value in one way. */
final class TextReaders {

    private static final Unboxed.Booleans BOOLEAN = (buffer, start, length) -> buffer.getByte(start) == 't';
    private static final Unboxed.Shorts SHORT = (buffer, start, length) -> (short) integer(buffer, start, length);
    private static final Unboxed.Ints INTEGER = (buffer, start, length) -> (int) integer(buffer, start, length);
    private static final Unboxed.Longs LONG = TextReaders::integer;

    private static final Map<Class<?>, TypeReaders> READERS = readers();

    private TextReaders() {}

    /** Returns the reader of a column as {@code type}, or null. */
    static @Nullable ValueReader<?> find(Class<?> type, int dataType) {
        TypeReaders readers = READERS.get(type);
        ValueReader<?> reader = readers == null ? null : readers.find(dataType);
        return reader == null && type == String.class && BinaryReaders.isUnknown(dataType)
                ? (ValueReader<String>) BinaryReaders::string
                : reader;
    }

    private static Map<Class<?>, TypeReaders> readers() {
        ReaderCatalog catalog = new ReaderCatalog()
                .value(Short.class, PostgresqlObjectId.INT2, SHORT)
                .value(Integer.class, PostgresqlObjectId.INT2, INTEGER)
                .value(Integer.class, PostgresqlObjectId.INT4, INTEGER)
                .value(Long.class, PostgresqlObjectId.INT2, LONG)
                .value(Long.class, PostgresqlObjectId.INT4, LONG)
                .value(Long.class, PostgresqlObjectId.INT8, LONG)
                .value(Boolean.class, PostgresqlObjectId.BOOL, BOOLEAN)
                .value(
                        UUID.class,
                        PostgresqlObjectId.UUID,
                        (buffer, start, length) -> UUID.fromString(BinaryReaders.string(buffer, start, length)));
        BinaryReaders.TEXTS.forEach(dataType -> catalog.value(String.class, dataType, BinaryReaders::string));
        return catalog.build();
    }

    /** Numbers below zero are added up as such, because the least number has no positive counterpart. */
    private static long integer(ByteBuf buffer, int start, int length) {
        boolean isNegative = buffer.getByte(start) == '-';
        long number = 0;
        for (int i = isNegative ? 1 : 0; i < length; i++) {
            number = number * 10 - (buffer.getByte(start + i) - '0');
        }
        return isNegative ? number : -number;
    }
}
