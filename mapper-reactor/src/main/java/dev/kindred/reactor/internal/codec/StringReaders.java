package dev.kindred.reactor.internal.codec;

import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

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
        readers.put(PostgresqlObjectId.BOOL, (buffer, start, length) -> buffer.getBoolean(start) ? "t" : "f");
        readers.put(PostgresqlObjectId.INT2, (buffer, start, length) -> Short.toString(buffer.getShort(start)));
        readers.put(PostgresqlObjectId.INT4, (buffer, start, length) -> Integer.toString(buffer.getInt(start)));
        readers.put(PostgresqlObjectId.INT8, (buffer, start, length) -> Long.toString(buffer.getLong(start)));
        readers.put(PostgresqlObjectId.OID, (buffer, start, length) -> Long.toString(buffer.getUnsignedInt(start)));
        readers.put(PostgresqlObjectId.NUMERIC, NumericReader::text);
        readers.put(
                PostgresqlObjectId.UUID,
                (buffer, start, length) ->
                        BinaryReaders.uuid(buffer, start, length).toString());
        readers.put(PostgresqlObjectId.JSONB, JsonbReader::string);
        for (PostgresqlObjectId dataType : REFUSED) {
            readers.put(dataType, (buffer, start, length) -> refuse(dataType));
        }
        return readers;
    }

    private static String refuse(PostgresqlObjectId dataType) {
        throw new IllegalArgumentException(
                "A binary " + dataType + " cannot be read as String: read its own Java type or cast it to text");
    }
}
