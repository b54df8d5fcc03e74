package dev.kindred.reactor.internal.codec;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Readers of values of other types as {@code String}. The driver would decode their bytes as UTF-8. A value whose text
 * depends on settings of the session is refused.
 */
final class StringReaders {

    private static final Set<PostgresqlObjectId> REFUSED = Set.of(
            PostgresqlObjectId.FLOAT4,
            PostgresqlObjectId.FLOAT8,
            PostgresqlObjectId.DATE,
            PostgresqlObjectId.TIME,
            PostgresqlObjectId.TIMETZ,
            PostgresqlObjectId.TIMESTAMP,
            PostgresqlObjectId.TIMESTAMPTZ,
            PostgresqlObjectId.INTERVAL,
            PostgresqlObjectId.BYTEA,
            PostgresqlObjectId.MONEY,
            PostgresqlObjectId.BIT,
            PostgresqlObjectId.VARBIT,
            PostgresqlObjectId.INET);

    private StringReaders() {}

    static Map<PostgresqlObjectId, ValueReader<String>> all() {
        Map<PostgresqlObjectId, ValueReader<String>> readers = new EnumMap<>(PostgresqlObjectId.class);
        readers.put(PostgresqlObjectId.BOOL, value -> value.readBoolean() ? "t" : "f");
        readers.put(PostgresqlObjectId.INT2, value -> Short.toString(value.readShort()));
        readers.put(PostgresqlObjectId.INT4, value -> Integer.toString(value.readInt()));
        readers.put(PostgresqlObjectId.INT8, value -> Long.toString(value.readLong()));
        readers.put(PostgresqlObjectId.OID, value -> Long.toString(value.readUnsignedInt()));
        readers.put(PostgresqlObjectId.NUMERIC, NumericReader::text);
        readers.put(PostgresqlObjectId.UUID, StringReaders::uuid);
        readers.put(PostgresqlObjectId.JSONB, JsonbReader::string);
        for (PostgresqlObjectId dataType : REFUSED) {
            readers.put(dataType, value -> refuse(dataType));
        }
        return readers;
    }

    private static String uuid(ByteBuf value) {
        return new UUID(value.readLong(), value.readLong()).toString();
    }

    private static String refuse(PostgresqlObjectId dataType) {
        throw new IllegalArgumentException(
                "A binary " + dataType + " cannot be read as String: read its own Java type or cast it to text");
    }
}
