package dev.kindred.it.type;

import io.r2dbc.postgresql.codec.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import java.util.stream.Stream;

/** The values that {@link BinaryCodecsIntegrationTests} reads and sends. */
final class BinaryReads {

    private static final String[] NUMERICS = {
        "0",
        "0.00",
        "-0.0000",
        "1",
        "-1",
        "10000",
        "99990000",
        "0.0001",
        "0.00010",
        "1e-20",
        "1.10",
        "12345.678900",
        "1e100",
        "1e100::numeric(130,20)",
        "9999999999999999",
        "99999999999999999.99",
        "9223372036854775807",
        "-9223372036854775808.5",
        "123456789012345678901234567890.123456789",
        "100000000000000000000",
        "0.5e-16000",
        "1e1000",
        "repeat('7', 131072)",
        "'0.' || repeat('3', 16383)",
        "repeat('9', 131072) || '.' || repeat('1', 16383)"
    };

    private BinaryReads() {}

    /** An SQL expression and the class to read it as. */
    record Read(String sql, Class<?> type) {

        @Override
        public String toString() {
            return (this.sql.length() > 80 ? this.sql.substring(0, 80) + "..." : this.sql) + " as "
                    + this.type.getSimpleName();
        }
    }

    static Stream<Read> reads() {
        return Stream.of(numerics(), BinaryTemporalReads.reads(), others(), arrays(), nulls())
                .flatMap(reads -> reads);
    }

    private static Stream<Read> numerics() {
        Stream<Read> values = Stream.of(NUMERICS).map(sql -> new Read("(" + sql + ")::numeric", BigDecimal.class));
        Stream<Read> integers = Stream.of("0", "7.00", "-10000", "1e40", "repeat('8', 1000)")
                .map(sql -> new Read("(" + sql + ")::numeric", BigInteger.class));
        Stream<Read> texts = Stream.of("0.00", "-1.50", "1e-20", "1e30", "'NaN'", "'Infinity'", "'-Infinity'")
                .map(sql -> new Read(sql + "::numeric", String.class));
        Stream<Read> whole = Stream.of(Long.class, Integer.class, Short.class, Double.class, Float.class, Byte.class)
                .flatMap(type -> Stream.of("0.00", "-1.00", "42").map(sql -> new Read(sql + "::numeric", type)));
        Stream<Read> fractions = Stream.of(Double.class, Float.class)
                .flatMap(type -> Stream.of("-1.75", "12.30").map(sql -> new Read(sql + "::numeric", type)));
        return Stream.of(values, integers, texts, whole, fractions).flatMap(reads -> reads);
    }

    private static Stream<Read> others() {
        return Stream.of(
                new Read("true", Boolean.class),
                new Read("false", String.class),
                new Read("'-32768'::int2", Short.class),
                new Read("'-32768'::int2", String.class),
                new Read("'-2147483648'::int4", Integer.class),
                new Read("'-2147483648'::int4", String.class),
                new Read("'-2147483648'::int4", BigDecimal.class),
                new Read("'-9223372036854775808'::int8", Long.class),
                new Read("'-9223372036854775808'::int8", BigInteger.class),
                new Read("'-9223372036854775808'::int8", String.class),
                new Read("4294967295::oid", Long.class),
                new Read("4294967295::oid", String.class),
                new Read("'1.1e-38'::float4", Float.class),
                new Read("'NaN'::float4", Float.class),
                new Read("'1.7976931348623157e308'::float8", Double.class),
                new Read("'-Infinity'::float8", Double.class),
                new Read("0.1::float8", BigDecimal.class),
                new Read("'été'::text", String.class),
                new Read("''::varchar", String.class),
                new Read("'ab'::char(5)", String.class),
                new Read("'x'::\"char\"", String.class),
                new Read("'x'::\"char\"", Character.class),
                new Read("'pg_class'::name", String.class),
                new Read("'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", UUID.class),
                new Read("'6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid", String.class),
                new Read("'\\x00ff'::bytea", byte[].class),
                new Read("''::bytea", ByteBuffer.class),
                new Read("'{\"a\": \"é\"}'::json", String.class),
                new Read("'{\"a\": \"é\"}'::json", byte[].class),
                new Read("'{\"a\": \"é\"}'::jsonb", String.class),
                new Read("'{\"a\": \"é\"}'::jsonb", byte[].class),
                new Read("'{\"a\": \"é\"}'::jsonb", ByteBuffer.class),
                new Read("'très heureux'::mood", String.class));
    }

    private static Stream<Read> arrays() {
        return Stream.of(
                new Read("array['a', null, 'é\"\\,{}', '', 'NULL']::text[]", String[].class),
                new Read("array['a', null, 'bc']::varchar[]", String[].class),
                new Read("array['a', null, 'bc']::char(3)[]", String[].class),
                new Read("array['a', null, 'bc']::name[]", String[].class),
                new Read("array['sad', null, 'très heureux']::mood[]", String[].class),
                new Read("array[]::mood[]", String[].class),
                new Read("array[]::text[]", String[].class),
                new Read("array['{}', null, '[1]']::json[]", String[].class),
                new Read("array['{}', null, '[1]']::jsonb[]", String[].class),
                new Read("array[1, null, -3]::int4[]", String[].class),
                new Read("array[true, null, false]::bool[]", Boolean[].class),
                new Read("array[1, null]::int2[]", Short[].class),
                new Read("array[1, null]::int4[]", Integer[].class),
                new Read("array[1, null]::int8[]", Long[].class),
                new Read("'[5:6]={1,2}'::int8[]", Long[].class),
                new Read("array[1.5, null]::float4[]", Float[].class),
                new Read("array[1.5, null, 'NaN']::float8[]", Double[].class),
                new Read("array['6ba7b810-9dad-11d1-80b4-00c04fd430c8', null]::uuid[]", UUID[].class),
                new Read("array['\\x00ff'::bytea, null]", ByteBuffer[].class),
                new Read("array[0.00, null, 1e30, -12345.6789]::numeric[]", BigDecimal[].class),
                new Read("array[0.00, null, 12.30]::numeric[]", Double[].class),
                new Read("array[0, null, 1e30]::numeric[]", BigInteger[].class),
                new Read("array[]::numeric[]", BigDecimal[].class),
                new Read("array['1582-10-04', null, 'infinity']::date[]", LocalDate[].class),
                new Read("array['0001-01-01 BC', null]::timestamp[]", LocalDateTime[].class),
                new Read("array['1999-12-31 23:59:59.5', null, '2020-01-01']::timestamp[]", Instant[].class),
                new Read("array['1999-12-31 23:59:59.5', null, 'infinity']::timestamptz[]", Instant[].class),
                new Read("array['1500-01-01', null]::timestamptz[]", OffsetDateTime[].class),
                new Read("array['1500-01-01', null]::timestamptz[]", ZonedDateTime[].class),
                new Read("array['23:59:59.999999', null]::time[]", LocalTime[].class),
                new Read("array['23:59:59+15:59', null]::timetz[]", OffsetTime[].class),
                new Read("array['1 day -00:00:01', null]::interval[]", Interval[].class),
                new Read("array[]::interval[]", Interval[].class));
    }

    private static Stream<Read> nulls() {
        return Stream.of(
                new Read("null::numeric", BigDecimal.class),
                new Read("null::date", LocalDate.class),
                new Read("null::timestamptz", Instant.class),
                new Read("null::interval", Interval.class),
                new Read("null::numeric[]", BigDecimal[].class),
                new Read("null::jsonb", String.class));
    }

    static Stream<Object> parameters() {
        return Stream.of(
                new BigDecimal("-12.3400"),
                new BigInteger("123456789012345678901234567890"),
                12L,
                12,
                (short) 12,
                1.5,
                1.5f,
                LocalDate.of(1582, 10, 4),
                LocalDateTime.of(1999, 12, 31, 23, 59, 59, 500_000_000),
                Instant.parse("1999-12-31T23:59:59.5Z"),
                OffsetDateTime.of(1, 1, 1, 0, 0, 0, 1000, ZoneOffset.UTC),
                ZonedDateTime.of(LocalDateTime.of(2020, 1, 1, 0, 0), ZoneOffset.UTC),
                LocalTime.of(23, 59, 59, 999_999_000),
                OffsetTime.of(1, 2, 3, 4000, ZoneOffset.ofHours(-15)),
                Interval.of(-1, -2, 3, -4, -5, -6, -7),
                "été",
                new byte[] {0, 1, -1},
                new BigDecimal[] {new BigDecimal("0.00"), null},
                new Long[] {1L, null},
                new LocalDate[] {LocalDate.of(1, 1, 1), null},
                new Instant[] {Instant.EPOCH, null},
                new OffsetDateTime[] {OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), null},
                new String[] {"a", null, "\"b"});
    }
}
