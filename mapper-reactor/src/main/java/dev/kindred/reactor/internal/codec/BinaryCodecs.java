package dev.kindred.reactor.internal.codec;

import static io.r2dbc.postgresql.codec.PostgresqlObjectId.DATE;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INT8;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.INTERVAL;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.JSONB;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.NUMERIC;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIME;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMP;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMESTAMPTZ;
import static io.r2dbc.postgresql.codec.PostgresqlObjectId.TIMETZ;

import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.Interval;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Registers decoders that return the same values from PostgreSQL's binary format ({@code forceBinary}) as the driver
 * does from the text format.
 *
 * <p>They correct these errors of the driver r2dbc-postgresql 1.1.1 in the binary format:
 *
 * <ul>
 *   <li>It shifts dates and timestamps before 1582-10-15 as if they were Julian, fails for timestamps before 2000 with
 *       a fraction of a second, reads infinity as a date, and miscalculates dates after 294276.
 *   <li>It loses the scale of a {@code numeric} zero, reads {@code NaN} and the infinities as 0, truncates the fraction
 *       for a {@code BigInteger}, and fails for more than 32767 groups of digits.
 *   <li>It truncates a {@code numeric} that does not fit the requested integer class.
 *   <li>It converts an {@code int8} to {@code BigDecimal} through {@code double}.
 *   <li>It cannot decode {@code interval}.
 *   <li>It keeps the version byte of a {@code jsonb} read as {@code String}, {@code byte[]} or {@code ByteBuffer}, and
 *       decodes the bytes of numbers, UUIDs and similar types as UTF-8 for a {@code String}.
 * </ul>
 *
 * <p>A {@code timestamptz} has the offset UTC. Values without an equal Java value ({@code numeric 'NaN'},
 * {@code numeric 1.5} as a {@code Long}, {@code time '24:00'}, an infinite {@code interval}) and arrays of several
 * dimensions are an {@link IllegalArgumentException}. The driver still handles the text format, encoding, and reads as
 * {@code Object}, another supertype or a primitive type.
 *
 * <p>They also hand out the bytes of a value as {@link RawValue}, in both formats.
 *
 * <p>Stateless and thread-safe: one instance can serve any number of connections.
 */
public final class BinaryCodecs implements CodecRegistrar {

    /** Creates a registrar. */
    public BinaryCodecs() {}

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        return Mono.fromRunnable(() -> register(registry));
    }

    static void register(CodecRegistry registry) {
        ReaderCatalog catalog = new ReaderCatalog();
        addNumbers(catalog);
        addTemporals(catalog);
        addConversions(catalog, new OtherCodecs(registry));
        StringReaders.all().forEach((dataType, reader) -> catalog.valueAndArray(String.class, dataType, reader));
        catalog.value(byte[].class, JSONB, JsonbReader::bytes);
        catalog.value(ByteBuffer.class, JSONB, JsonbReader::byteBuffer);
        registry.addFirst(new BinaryCodec(catalog, registry));
    }

    private static void addNumbers(ReaderCatalog catalog) {
        catalog.valueAndArray(BigDecimal.class, NUMERIC, NumericReader::bigDecimal);
        catalog.valueAndArray(
                BigDecimal.class, INT8, (buffer, start, length) -> BigDecimal.valueOf(buffer.getLong(start)));
        catalog.valueAndArray(BigInteger.class, NUMERIC, NumericReader::bigInteger);
        addNumber(catalog, Long.class);
        addNumber(catalog, Integer.class);
        addNumber(catalog, Short.class);
        addNumber(catalog, Byte.class);
        addNumber(catalog, Double.class);
        addNumber(catalog, Float.class);
    }

    private static <N extends Number> void addNumber(ReaderCatalog catalog, Class<N> type) {
        catalog.valueAndArray(
                type, NUMERIC, (buffer, start, length) -> NumericReader.exact(buffer, start, length, type));
    }

    private static void addTemporals(ReaderCatalog catalog) {
        catalog.valueAndArray(LocalDate.class, DATE, TemporalReader::localDate)
                .valueAndArray(LocalDateTime.class, TIMESTAMP, TemporalReader::localDateTime)
                .valueAndArray(Instant.class, TIMESTAMPTZ, TemporalReader::instant)
                .valueAndArray(OffsetDateTime.class, TIMESTAMPTZ, TemporalReader::offsetDateTime)
                .valueAndArray(ZonedDateTime.class, TIMESTAMPTZ, TemporalReader::zonedDateTime)
                .valueAndArray(LocalTime.class, TIME, TemporalReader::localTime)
                .valueAndArray(OffsetTime.class, TIMETZ, TemporalReader::offsetTime)
                .valueAndArray(Interval.class, INTERVAL, IntervalReader::interval);
    }

    private static void addConversions(ReaderCatalog catalog, OtherCodecs others) {
        addConversions(catalog, others, LocalDate.class, TIMESTAMP, TIMESTAMPTZ);
        addConversions(catalog, others, LocalDateTime.class, DATE, TIMESTAMPTZ);
        addConversions(catalog, others, Instant.class, DATE, TIMESTAMP);
        addConversions(catalog, others, LocalTime.class, TIMESTAMP, TIMESTAMPTZ);
        addConversions(catalog, others, Date.class, DATE, TIMESTAMP, TIMESTAMPTZ);
    }

    private static <T> void addConversions(
            ReaderCatalog catalog, OtherCodecs others, Class<T> type, PostgresqlObjectId... dataTypes) {
        for (PostgresqlObjectId dataType : dataTypes) {
            catalog.valueAndArray(type, dataType, new TemporalConversion<>(dataType, type, others));
        }
    }
}
