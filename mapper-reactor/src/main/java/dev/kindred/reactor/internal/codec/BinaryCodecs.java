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
 * Makes results in PostgreSQL's binary format ({@code forceBinary}) decode to the values that the text format gives.
 *
 * <p>Corrects the driver r2dbc-postgresql 1.1.1, which in binary format
 *
 * <ul>
 *   <li>moves dates and timestamps before 1582-10-15 as if they were Julian, fails for timestamps before 2000 with a
 *       fraction of a second, takes infinity for a date, and miscounts dates after 294276;
 *   <li>loses the scale of a {@code numeric} zero, reads {@code NaN} and the infinities as 0, cuts the fraction when a
 *       {@code BigInteger} is asked for, and fails for more than 32767 groups of digits;
 *   <li>cuts a {@code numeric} that does not fit the class of integers asked for;
 *   <li>reads an {@code int8} as {@code BigDecimal} by way of {@code double};
 *   <li>cannot decode {@code interval};
 *   <li>leaves the version byte in front of a {@code jsonb} read as {@code String}, {@code byte[]} or
 *       {@code ByteBuffer}, and takes the bytes of numbers, UUIDs and the like for UTF-8 when a {@code String} is asked
 *       for.
 * </ul>
 *
 * <p>A {@code timestamptz} has the offset UTC. What has no Java value ({@code numeric 'NaN'}, {@code numeric 1.5} as a
 * {@code Long}, {@code time '24:00'}, an infinite {@code interval}) and arrays of several dimensions are refused with
 * an {@link IllegalArgumentException}. The text format, encoding, and reads as {@code Object}, another supertype or a
 * primitive type stay the driver's.
 *
 * <p>An instance has no state and can be used by any number of connections at once.
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
        registry.addFirst(new BinaryCodec(catalog));
    }

    private static void addNumbers(ReaderCatalog catalog) {
        catalog.valueAndArray(BigDecimal.class, NUMERIC, NumericReader::bigDecimal);
        catalog.valueAndArray(BigDecimal.class, INT8, value -> BigDecimal.valueOf(value.readLong()));
        catalog.valueAndArray(BigInteger.class, NUMERIC, NumericReader::bigInteger);
        addNumber(catalog, Long.class);
        addNumber(catalog, Integer.class);
        addNumber(catalog, Short.class);
        addNumber(catalog, Byte.class);
        addNumber(catalog, Double.class);
        addNumber(catalog, Float.class);
    }

    private static <N extends Number> void addNumber(ReaderCatalog catalog, Class<N> type) {
        catalog.valueAndArray(type, NUMERIC, value -> NumericReader.exact(value, type));
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
