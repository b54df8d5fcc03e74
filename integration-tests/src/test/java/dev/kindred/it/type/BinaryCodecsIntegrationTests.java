package dev.kindred.it.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.reactor.internal.codec.BinaryCodecs;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.Interval;
import io.r2dbc.postgresql.codec.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Compares the driver's text format with the binary format, read with {@link BinaryCodecs}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BinaryCodecsIntegrationTests {

    private PostgresqlConnection text;

    private PostgresqlConnection binary;

    @BeforeAll
    void connect() {
        this.text = new PostgresqlConnectionFactory(
                        BinaryCodecsServer.configuration().build())
                .create()
                .block();
        this.binary = new PostgresqlConnectionFactory(BinaryCodecsServer.configuration()
                        .forceBinary(true)
                        .codecRegistrar(new BinaryCodecs())
                        .build())
                .create()
                .block();
        execute("CREATE TYPE mood AS ENUM ('sad', 'ok', 'très heureux')");
    }

    @AfterAll
    void close() {
        execute("DROP TYPE mood");
        Flux.just(this.text, this.binary).flatMap(PostgresqlConnection::close).blockLast();
    }

    @ParameterizedTest
    @MethodSource("dev.kindred.it.type.BinaryReads#reads")
    void binaryGivesWhatTextGives(BinaryReads.Read read) {
        Object expected = comparable(read(this.text, read));
        Object actual = comparable(read(this.binary, read));

        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void refusesNumericsWithoutValue(String value) {
        for (Class<?> type : new Class<?>[] {BigDecimal.class, BigInteger.class, Long.class, Double.class}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(this.binary, new BinaryReads.Read("'" + value + "'::numeric", type)))
                    .withMessage("numeric " + value + " has no equal BigDecimal");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e-20", "99999999999999999999"})
    void refusesNumericsThatAClassCannotHold(String value) {
        for (Class<?> type : new Class<?>[] {Long.class, Integer.class, Short.class, Byte.class}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(this.binary, new BinaryReads.Read(value + "::numeric", type)))
                    .withMessage("no " + type.getSimpleName() + " has the same value as the numeric");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            read(this.binary, new BinaryReads.Read("array[" + value + "::numeric]", type.arrayType())));
        }
    }

    @Test
    void readsTheWholeRangeOfInt8AsBigDecimal() {
        assertThat(read(this.binary, new BinaryReads.Read("9223372036854775807", BigDecimal.class)))
                .isEqualTo(new BigDecimal("9223372036854775807"));
    }

    @Test
    void keepsTheSessionTimeZoneForTimestampsReadAsInstant() {
        PostgresqlConnection zoned = new PostgresqlConnectionFactory(BinaryCodecsServer.configuration()
                        .timeZone("Asia/Kolkata")
                        .forceBinary(true)
                        .codecRegistrar(new BinaryCodecs())
                        .build())
                .create()
                .block();
        try {
            assertThat(read(zoned, new BinaryReads.Read("timestamp '1999-12-31 23:59:59.5'", Instant.class)))
                    .isEqualTo(Instant.parse("1999-12-31T18:29:59.5Z"));
            assertThat(read(zoned, new BinaryReads.Read("timestamptz '1999-12-31 18:29:59.5+00'", LocalDateTime.class)))
                    .isEqualTo(LocalDateTime.parse("1999-12-31T23:59:59.5"));
            assertThat(read(zoned, new BinaryReads.Read("timestamptz '1582-10-04 12:00+00'", OffsetDateTime.class)))
                    .isEqualTo(OffsetDateTime.of(1582, 10, 4, 12, 0, 0, 0, ZoneOffset.UTC));
        } finally {
            zoned.close().block();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity"})
    void refusesInfiniteIntervals(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(this.binary, new BinaryReads.Read("interval '" + value + "'", Interval.class)))
                .withMessage("interval " + value + " has no Interval value");
    }

    @Test
    void readsMidnightAtTheEndOfTheDayAsItsLastNanosecond() {
        assertThat(read(this.binary, new BinaryReads.Read("time '24:00'", LocalTime.class)))
                .isEqualTo(LocalTime.MAX);
    }

    @Test
    void refusesArraysOfSeveralDimensions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        read(this.binary, new BinaryReads.Read("array[[1.5],[2.5]]::numeric[]", BigDecimal[].class)))
                .withMessageContaining("2 dimensions");
    }

    @Test
    void leavesObjectReadsToTheDriver() {
        assertThat(read(this.binary, new BinaryReads.Read("timestamptz '2020-01-01 00:00'", Object.class)))
                .isInstanceOf(OffsetDateTime.class);
        assertThat(read(this.binary, new BinaryReads.Read("1.5::numeric", Object.class)))
                .isEqualTo(new BigDecimal("1.5"));
        assertThat(read(this.binary, new BinaryReads.Read("'{}'::jsonb", Object.class)))
                .isInstanceOf(Json.class);
        assertThat(read(this.binary, new BinaryReads.Read("array[1.5]::numeric[]", Object.class)))
                .isInstanceOf(BigDecimal[].class);
    }

    @ParameterizedTest
    @MethodSource("dev.kindred.it.type.BinaryReads#parameters")
    void leavesEncodingToTheDriver(Object value) {
        Object expected = comparable(echo(this.text, value));
        Object actual = comparable(echo(this.binary, value));

        assertThat(actual).isEqualTo(expected);
        assertThat(actual).isEqualTo(comparable(value));
        assertThat(echoNull(this.binary, value.getClass())).isEmpty();
    }

    private static Object echo(PostgresqlConnection connection, Object value) {
        return connection
                .createStatement("SELECT $1 AS v")
                .bind(0, value)
                .execute()
                .flatMap(result -> result.map((row, metadata) -> row.get(0, value.getClass())))
                .blockLast();
    }

    private static Optional<Object> echoNull(PostgresqlConnection connection, Class<?> type) {
        return connection
                .createStatement("SELECT $1 AS v")
                .bindNull(0, type)
                .execute()
                .flatMap(result -> result.map((row, metadata) -> Optional.<Object>ofNullable(row.get(0, type))))
                .blockLast();
    }

    /** A statement without a parameter would use the simple query protocol, which has no binary format. */
    private static Object read(PostgresqlConnection connection, BinaryReads.Read read) {
        return connection
                .createStatement("SELECT " + read.sql() + " AS v WHERE $1 = 1")
                .bind(0, 1)
                .execute()
                .flatMap(result -> result.map((row, metadata) -> Optional.<Object>ofNullable(row.get(0, read.type()))))
                .blockLast()
                .orElse(null);
    }

    private static Object comparable(Object value) {
        return value instanceof ZonedDateTime zoned ? zoned.toOffsetDateTime() : value;
    }

    private void execute(String sql) {
        this.text
                .createStatement(sql)
                .execute()
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .blockLast();
    }
}
