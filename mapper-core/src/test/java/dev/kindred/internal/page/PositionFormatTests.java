package dev.kindred.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Handmade;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.Codec;
import dev.kindred.type.SqlType;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.WireContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PositionFormatTests {

    private static final Keyset<User> BY_NICKNAME =
            Keyset.of(SelectQuery.of(User_.MODEL).orderBy(User_.NICKNAME.asc()));
    private static final PositionFormat FORMAT = new PositionFormat(BY_NICKNAME, WireContext.none());

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(SqlTypes.BOOLEAN, true),
                Arguments.of(SqlTypes.BYTE, (byte) -1),
                Arguments.of(SqlTypes.SHORT, Short.MIN_VALUE),
                Arguments.of(SqlTypes.INTEGER, Integer.MAX_VALUE),
                Arguments.of(SqlTypes.LONG, Long.MIN_VALUE),
                Arguments.of(SqlTypes.FLOAT, Float.MIN_VALUE),
                Arguments.of(SqlTypes.DOUBLE, 0.1),
                Arguments.of(SqlTypes.DOUBLE, Double.NaN),
                Arguments.of(SqlTypes.DOUBLE, Double.NEGATIVE_INFINITY),
                Arguments.of(SqlTypes.BIG_DECIMAL, new BigDecimal("1E+30")),
                Arguments.of(SqlTypes.BIG_DECIMAL, new BigDecimal("0.00")),
                Arguments.of(SqlTypes.BIG_INTEGER, BigInteger.TEN.pow(40)),
                Arguments.of(SqlTypes.STRING, ""),
                Arguments.of(SqlTypes.STRING, "d\u00e9j\u00e0 \uD83D\uDE00 \n"),
                Arguments.of(SqlTypes.CHARACTER, 'c'),
                Arguments.of(SqlTypes.UUID, new UUID(1, 2)),
                Arguments.of(SqlTypes.LOCAL_DATE, LocalDate.of(-44, 3, 15)),
                Arguments.of(SqlTypes.LOCAL_TIME, LocalTime.of(1, 0)),
                Arguments.of(SqlTypes.OFFSET_TIME, OffsetTime.of(1, 2, 3, 4000, ZoneOffset.ofHours(-3))),
                Arguments.of(SqlTypes.LOCAL_DATE_TIME, LocalDateTime.of(2026, 1, 1, 0, 0)),
                Arguments.of(SqlTypes.INSTANT, Instant.parse("1969-12-31T23:59:59.999999Z")),
                Arguments.of(SqlTypes.OFFSET_DATE_TIME, OffsetDateTime.parse("2026-01-01T00:00Z")),
                Arguments.of(SqlTypes.YEAR, Year.of(2026)),
                Arguments.of(SqlTypes.YEAR_MONTH, YearMonth.of(2026, 1)),
                Arguments.of(SqlTypes.DURATION, Duration.ofMillis(-1500)),
                Arguments.of(SqlTypes.PERIOD, Period.of(1, 2, 3)),
                Arguments.of(SqlTypes.enumAsText(DayOfWeek.class), DayOfWeek.FRIDAY),
                Arguments.of(SqlTypes.enumAs(DayOfWeek.class, "day"), DayOfWeek.FRIDAY),
                Arguments.of(SqlTypes.BYTES, new byte[] {0, -1}),
                Arguments.of(SqlTypes.list(SqlTypes.STRING), Arrays.asList("a", null, "")),
                Arguments.of(SqlTypes.list(SqlTypes.INSTANT), List.of(Instant.EPOCH)),
                Arguments.of(SqlTypes.array(SqlTypes.INTEGER, int[].class), new int[] {1, 2}),
                Arguments.of(SqlTypes.list(SqlTypes.BYTES), List.of()));
    }

    private static <T> Keyset<Thing> sortedBy(SqlType<T> type) {
        EntityColumn<Thing, T> column =
                Handmade.plain(ColumnDefinition.<Thing, T>of(Thing.class, "value", "value", type, thing -> null)
                        .with(ColumnTrait.ID));
        return Keyset.of(SelectQuery.of(
                Handmade.model(Thing.class, TableName.of("things"), List.of(column), List.of(), row -> new Thing())));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyTypeComesBackAsItWas(SqlType<?> type, Object value) {
        PositionFormat format = new PositionFormat(sortedBy(type), WireContext.none());
        byte[] bytes = format.write(new Position(true, List.of(value)));

        Position read = format.read(bytes);

        assertThat(read.backward()).isTrue();
        assertThat(Arrays.deepEquals(read.values().toArray(), new Object[] {value}))
                .isTrue();
        assertThat(format.write(read)).isEqualTo(bytes);
    }

    @Test
    void nullsComeBackAsTheyWere() {
        Position nameless = new Position(false, Arrays.<@Nullable Object>asList(null, 7L));
        assertThat(FORMAT.read(FORMAT.write(nameless))).isEqualTo(nameless);
    }

    @Test
    void bytesThatStandForNoPositionAreRefused() {
        byte[] bytes = FORMAT.write(new Position(false, List.of("name", 7L)));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> FORMAT.read(cut));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FORMAT.read(Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void aTypeWhoseValuesHaveNoKnownTextIsRefusedBeforeAnythingIsRead() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> new PositionFormat(sortedBy(new UnknownType()), WireContext.none()))
                .withMessage("scroll(..) cannot put Thing.value into a cursor: it does not support values of"
                        + " java.lang.Object. Sort by other columns.");
    }

    @Test
    void aValueThatItsCodecRefusesIsAnErrorThatDoesNotShowIt() {
        PositionFormat format = new PositionFormat(
                sortedBy(SqlTypes.converted(String.class, new Refusing(), SqlTypes.STRING)), WireContext.none());
        Position position = new Position(false, List.of("secret"));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> format.write(position))
                .withMessage("The value of Thing.value cannot be put into a cursor: IllegalArgumentException.")
                .withNoCause();
    }

    /** An entity with any column. */
    private record Thing() {}

    private static final class Refusing implements Codec<String, String> {

        @Override
        public String encode(String value) {
            throw new IllegalStateException(value);
        }

        @Override
        public String decode(String value) {
            return value;
        }
    }

    private static final class UnknownType implements SqlType<Object> {

        @Override
        public Class<?> javaType() {
            return Object.class;
        }

        @Override
        public dev.kindred.type.TypeName name() {
            return SqlTypes.STRING.name();
        }

        @Override
        public Class<?> wireType() {
            return Object.class;
        }

        @Override
        public boolean castOnWrite() {
            return false;
        }

        @Override
        public boolean readAsText() {
            return false;
        }

        @Override
        public Object toWire(Object value, WireContext context) {
            return value;
        }

        @Override
        public Object fromWire(Object wire, WireContext context) {
            return wire;
        }
    }
}
